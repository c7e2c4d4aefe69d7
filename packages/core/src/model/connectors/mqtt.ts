import { array, check, literal, optional, picklist, pipe, strictObject } from 'valibot';
import {
  isTopicTemplate,
  pointerText,
  topicAllowed,
  topicSource,
  topicSourceAllowed,
} from '../connector-rules.js';
import type { Draft } from '../draft.js';
import { object, word } from '../value-schemas.js';
import { broker } from './broker.js';
import { common, written } from './common.js';
import type { ConnectorEntry, ConnectorType } from './connector-type.js';

/** Where the parts of an observation stand in a JSON message, as JSON pointers, e.g. `/v`. */
export interface MqttPayload {
  /** The value. Default: the whole message. */
  readonly value?: string;
  /** The time, as ISO 8601 or milliseconds since the epoch. Default: when the message came. */
  readonly time?: string;
  /** The quality. Default: good. */
  readonly quality?: string;
  /** Id of the equipment, where the topic does not tell it. */
  readonly equipment?: string;
  /** Name of the signal, where the topic does not tell it. */
  readonly signal?: string;
  /** The list of observations, where one message has several; the other pointers begin at its items. */
  readonly items?: string;
}

/** What an entry of the type `mqtt` says beside id, name and bindings. */
export interface MqttEntry {
  /** Reads messages from an MQTT broker over WebSocket. */
  readonly type: 'mqtt';
  /** Address of the broker, `ws://` or `wss://`. */
  readonly url: string;
  /** Version of MQTT. Default: 5, or 3.1.1 where the broker refuses that. */
  readonly version?: '5' | '3.1.1';
  /**
   * Topics to subscribe to; `{equipment}` and `{signal}` stand for the parts of an address. Default: those that the
   * bindings name.
   */
  readonly topics?: readonly string[];
  /** Where the parts of an observation stand in a message. */
  readonly payload?: MqttPayload;
  /** Name of this client at the broker. Default: a random one. */
  readonly clientId?: string;
  /** Quality of service, 0 or 1. */
  readonly qos?: 0 | 1;
}

const pointer = optional(written(pointerText));

export const payloadSchema = strictObject(
  { value: pointer, time: pointer, quality: pointer, equipment: pointer, signal: pointer, items: pointer },
  object,
);

export const mqttSchema = strictObject(
  {
    type: literal('mqtt'),
    ...common,
    ...broker,
    topics: optional(array(pipe(word, check(isTopicTemplate, topicAllowed)), 'a list of topics')),
    payload: optional(payloadSchema),
    qos: optional(picklist([0, 1], '0 or 1')),
  },
  object,
);

export const mqttType = {
  schema: mqttSchema,
  source: { isAllowed: (from) => topicSource(from) !== undefined, allowed: topicSourceAllowed },
  check: (draft, entry, bindings) => bindings > 0 || hasTopics(draft, entry),
} satisfies ConnectorType<typeof mqttSchema>;

/** Whether an entry without bindings says itself what to subscribe to. */
function hasTopics(draft: Draft, entry: ConnectorEntry): boolean {
  const topics = 'topics' in entry ? entry.topics : undefined;
  if (Array.isArray(topics) && topics.length > 0) return true;
  const reduced = draft.hasLeftOut(entry, 'topics') || draft.hasLeftOut(entry, 'bindings');
  draft.report(entry, 'topics', 'a list of topics, as no binding names one', {
    hint: reduced ? 'what named one was left out because of an error' : undefined,
    severity: reduced ? 'warning' : undefined,
  });
  return false;
}
