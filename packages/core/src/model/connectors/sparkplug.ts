import { array, literal, optional, strictObject } from 'valibot';
import type { Draft } from '../draft.js';
import { object } from '../value-schemas.js';
import { broker } from './broker.js';
import { common, whole, written } from './common.js';
import type { ConnectorEntry, ConnectorType } from './connector-type.js';
import { metricSource, metricSourceAllowed, sparkplugId, sparkplugLeast } from './sparkplug-rules.js';

/** What an entry of the type `sparkplug` says beside id, name and bindings. */
export interface SparkplugEntry {
  /** Reads edge nodes and devices that speak Sparkplug B from an MQTT broker over WebSocket. */
  readonly type: 'sparkplug';
  /** Address of the broker, `ws://` or `wss://`. */
  readonly url: string;
  /** Version of MQTT. Default: 5, or 3.1.1 where the broker refuses that. */
  readonly version?: '5' | '3.1.1';
  /** Name of this client at the broker. Default: a random one. */
  readonly clientId?: string;
  /** Groups to subscribe to as a whole. Default: the edge nodes that the bindings name, one by one. */
  readonly groups?: readonly string[];
  /**
   * Id under which this host application tells whether it is online. Edge nodes may wait for it, so only one client
   * may have it, and that one should run all the time. Default: it tells nothing.
   */
  readonly hostId?: string;
  /** So long a message that is missing is waited for, in milliseconds, whole, 0 or more. Default 2000. */
  readonly reorderTimeout?: number;
  /** The least time between two requests to an edge node for its birth, in milliseconds, whole, 100 or more. Default 10000. */
  readonly rebirthInterval?: number;
}

export const sparkplugSchema = strictObject(
  {
    type: literal('sparkplug'),
    ...common,
    ...broker,
    groups: optional(array(written(sparkplugId), 'a list of groups')),
    hostId: optional(written(sparkplugId)),
    reorderTimeout: optional(whole(sparkplugLeast.reorderTimeout)),
    rebirthInterval: optional(whole(sparkplugLeast.rebirthInterval)),
  },
  object,
);

export const sparkplugType = {
  schema: sparkplugSchema,
  source: { isAllowed: (from) => metricSource(from) !== undefined, allowed: metricSourceAllowed },
  check: (draft, entry, bindings) => bindings > 0 || reportsNothing(draft, entry),
} satisfies ConnectorType<typeof sparkplugSchema>;

/** Without a binding nothing would be read. */
function reportsNothing(draft: Draft, entry: ConnectorEntry): false {
  const reduced = draft.hasLeftOut(entry, 'bindings');
  draft.report(entry, 'bindings', 'at least one binding', {
    hint: reduced ? 'what it named was left out because of an error' : undefined,
    severity: reduced ? 'warning' : undefined,
  });
  return false;
}
