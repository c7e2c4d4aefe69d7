import { array, literal, optional, strictObject } from 'valibot';
import { object, word } from '../value-schemas.js';
import { common, flag, whole, written } from './common.js';
import type { ConnectorType } from './connector-type.js';
import { httpLeast, webAddress } from './http-rules.js';
import { type MqttPayload, payloadSchema } from './mqtt.js';
import { messageSources } from './rest.js';

/** What an entry of the type `sse` says beside id, name and bindings. */
export interface SseEntry {
  /** Listens to a stream of server-sent events. */
  readonly type: 'sse';
  /** Address of the stream. */
  readonly url: string;
  /** Names of events to listen to. Default: `message` and those that the bindings name. */
  readonly events?: readonly string[];
  /**
   * Milliseconds after which the server says something, whole, 10 or more; after twice as long the connection is lost.
   * Default: it may be silent for any time.
   */
  readonly heartbeat?: number;
  /** Whether the server sends what was missed when it is told the last event. Default `false`. */
  readonly resumes?: boolean;
  /** Where the parts of an observation stand in an event. */
  readonly payload?: MqttPayload;
}

export const sseSchema = strictObject(
  {
    type: literal('sse'),
    ...common,
    url: written(webAddress),
    events: optional(array(word, 'a list of names of events')),
    heartbeat: optional(whole(httpLeast.heartbeat)),
    resumes: flag,
    payload: optional(payloadSchema),
  },
  object,
);

export const sseType = { schema: sseSchema, source: messageSources } satisfies ConnectorType<
  typeof sseSchema
>;
