import {
  array,
  type GenericSchema,
  literal,
  optional,
  record,
  strictObject,
  string,
  union,
  unknown,
} from 'valibot';
import { object, word } from '../value-schemas.js';
import { common, whole, written } from './common.js';
import type { ConnectorType } from './connector-type.js';
import { httpLeast, socketAddress } from './http-rules.js';
import { type MqttPayload, payloadSchema } from './mqtt.js';
import { messageSources } from './rest.js';

/** A message to a server: a text that is sent as it is, or an object that is sent as JSON. */
export type SocketMessage = string | Readonly<Record<string, unknown>>;

/** What an entry of the type `websocket` says beside id, name and bindings. */
export interface WebsocketEntry {
  /** Listens to the messages of a WebSocket. */
  readonly type: 'websocket';
  /** Address of the WebSocket, `ws://`, `wss://` or relative to the page. */
  readonly url: string;
  /** First message of each connection, in which `{token}`, `{username}` and `{password}` stand for the host's credentials. */
  readonly login?: SocketMessage;
  /** Messages that are sent when the connection is there. */
  readonly subscribe?: readonly SocketMessage[];
  /** Message that is sent at each heartbeat, so that the server answers. */
  readonly ping?: SocketMessage;
  /**
   * Milliseconds after which the server says something, whole, 10 or more; after twice as long the connection is lost.
   * Default: it may be silent for any time, with `ping` 10000.
   */
  readonly heartbeat?: number;
  /** Where the parts of an observation stand in a message. */
  readonly payload?: MqttPayload;
}

const messageAllowed = 'a text or an object';
const message: GenericSchema<SocketMessage> = union([word, record(string(), unknown())], messageAllowed);

export const websocketSchema = strictObject(
  {
    type: literal('websocket'),
    ...common,
    url: written(socketAddress),
    login: optional(message),
    subscribe: optional(array(message, 'a list of messages, each a text or an object')),
    ping: optional(message),
    heartbeat: optional(whole(httpLeast.heartbeat)),
    payload: optional(payloadSchema),
  },
  object,
);

export const websocketType = { schema: websocketSchema, source: messageSources } satisfies ConnectorType<
  typeof websocketSchema
>;
