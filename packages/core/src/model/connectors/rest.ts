import { literal, optional, picklist, strictObject } from 'valibot';
import { object } from '../value-schemas.js';
import { common, whole, written } from './common.js';
import type { ConnectorType } from './connector-type.js';
import { httpLeast, messageSource, messageSourceAllowed, requestMethods, webAddress } from './http-rules.js';
import { type MqttPayload, payloadSchema } from './mqtt.js';

/** What an entry of the type `rest` says beside id, name and bindings. */
export interface RestEntry {
  /** Asks a server for JSON again and again. */
  readonly type: 'rest';
  /** Address of the JSON; addresses in bindings are relative to it. */
  readonly url: string;
  /** Milliseconds between an answer and the next question, whole, 10 or more. Default 1000. */
  readonly interval?: number;
  /** Milliseconds after which an answer that is not complete is given up, whole, 10 or more. Default 10000. */
  readonly timeout?: number;
  /** Where the parts of an observation stand in an answer. */
  readonly payload?: MqttPayload;
  /** The method of requests. Default `PUT`. */
  readonly method?: 'PUT' | 'POST' | 'PATCH';
}

export const restSchema = strictObject(
  {
    type: literal('rest'),
    ...common,
    url: written(webAddress),
    interval: optional(whole(httpLeast.interval)),
    timeout: optional(whole(httpLeast.timeout)),
    payload: optional(payloadSchema),
    method: optional(picklist(requestMethods, requestMethods.join(', '))),
  },
  object,
);

/** What `from` and `to` of the HTTP family are. */
export const messageSources = {
  isAllowed: (from: string) => messageSource(from) !== undefined,
  allowed: messageSourceAllowed,
};

export const restType = { schema: restSchema, source: messageSources } satisfies ConnectorType<
  typeof restSchema
>;
