import {
  array,
  check,
  literal,
  minLength,
  optional,
  picklist,
  pipe,
  record,
  strictObject,
  string,
} from 'valibot';
import { isTopicTemplate, topicAllowed } from '../connector-rules.js';
import type { Draft } from '../draft.js';
import { object, word } from '../value-schemas.js';
import { broker } from './broker.js';
import { common } from './common.js';
import type { ConnectorEntry, ConnectorType } from './connector-type.js';
import { dataSetSource, dataSetSourceAllowed, opcuaProfiles } from './opcua-json-rules.js';

/** What an entry of the type `opcua-json` says beside id, name and bindings. */
export interface OpcuaJsonEntry {
  /** Reads OPC UA PubSub JSON from an MQTT broker over WebSocket. */
  readonly type: 'opcua-json';
  /** Address of the broker, `ws://` or `wss://`. */
  readonly url: string;
  /** Version of MQTT. Default: 5, or 3.1.1 where the broker refuses that. */
  readonly version?: '5' | '3.1.1';
  /** Name of this client at the broker. Default: a random one. */
  readonly clientId?: string;
  /** Quality of service, 0 or 1. */
  readonly qos?: 0 | 1;
  /** Topics to subscribe to. Default: data, metadata and status below `opcua/json`. */
  readonly topics?: readonly string[];
  /** Binds fields with names of OPC UA for Machinery, Machine Tools, PackML and energy to the `equipment`. */
  readonly profile?: 'machinery';
  /** Whose data sets speak of an equipment, by its id: `publisher/writer`, or `publisher/writer#prefix`. */
  readonly equipment?: Readonly<Record<string, string>>;
}

const topics = 'a list of topics';
const isFilter = (topic: string): boolean => isTopicTemplate(topic) && !topic.includes('{');

export const opcuaJsonSchema = strictObject(
  {
    type: literal('opcua-json'),
    ...common,
    ...broker,
    qos: optional(picklist([0, 1], '0 or 1')),
    topics: optional(pipe(array(pipe(word, check(isFilter, topicAllowed)), topics), minLength(1, topics))),
    profile: optional(picklist(opcuaProfiles, opcuaProfiles.join(', '))),
    equipment: optional(record(string(), word, 'texts by id of equipment')),
  },
  object,
);

export const opcuaJsonType = {
  schema: opcuaJsonSchema,
  source: { isAllowed: (from) => dataSetSource(from) !== undefined, allowed: dataSetSourceAllowed },
  check: (draft, entry, bindings) => hasUse(draft, entry, bindings),
} satisfies ConnectorType<typeof opcuaJsonSchema>;

/** A profile needs to know the equipment, and equipment needs a profile. */
function hasUse(draft: Draft, entry: ConnectorEntry, bindings: number): boolean {
  const { profile, equipment } = entry as Partial<OpcuaJsonEntry>;
  if (equipment !== undefined && profile === undefined && !draft.hasLeftOut(entry, 'profile')) {
    draft.report(entry, 'equipment', 'a profile beside it');
    draft.leaveOut(entry, 'equipment');
  }
  if (bindings > 0 || (profile !== undefined && equipment !== undefined)) return true;
  const reduced = ['bindings', 'profile', 'equipment'].some((key) => draft.hasLeftOut(entry, key));
  draft.report(entry, 'bindings', 'bindings, or a profile with equipment', {
    hint: reduced ? 'what named one was left out because of an error' : undefined,
    severity: reduced ? 'warning' : undefined,
  });
  return false;
}
