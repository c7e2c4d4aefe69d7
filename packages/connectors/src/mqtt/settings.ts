import { brokerAddress, type ConnectorSettings, pointerText } from '@twinfloor/core';
import type { PayloadSettings } from '../internal/payload.js';
import { TopicTemplate } from './topic-template.js';

/** How to reach a broker and what to read there, as an entry of the workshop file says it. */
export interface MqttSettings {
  readonly url: string;
  readonly topics: readonly TopicTemplate[];
  readonly payload: PayloadSettings;
  readonly clientId: string | undefined;
  readonly qos: 0 | 1;
}

const payloadKeys = ['value', 'time', 'quality', 'equipment', 'signal', 'items'] as const;

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function mqttSettings({ settings, bindings }: ConnectorSettings): MqttSettings {
  const { url, topics = [], payload = {}, clientId, qos = 0 } = settings;
  if (typeof url !== 'string' || !brokerAddress.pattern.test(url)) fail('url', url, brokerAddress.allowed);
  if (!Array.isArray(topics) || !topics.every((topic) => typeof topic === 'string')) {
    fail('topics', topics, 'a list of topics');
  }
  if (topics.length === 0 && bindings.length === 0) {
    fail('topics', topics, 'a list of topics, as no binding names one');
  }
  if (clientId !== undefined && (typeof clientId !== 'string' || clientId === ''))
    fail('clientId', clientId, 'a text');
  if (qos !== 0 && qos !== 1) fail('qos', qos, '0, 1');
  return {
    url,
    topics: topics.map((topic: string) => new TopicTemplate(topic)),
    payload: checkedPayload(payload),
    clientId,
    qos,
  };
}

function checkedPayload(payload: unknown): PayloadSettings {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    fail('payload', payload, `an object with ${payloadKeys.join(', ')}`);
  }
  for (const [key, pointer] of Object.entries(payload)) {
    if (!payloadKeys.some((known) => known === key)) fail(`payload.${key}`, pointer, payloadKeys.join(', '));
    if (typeof pointer !== 'string' || !pointerText.pattern.test(pointer)) {
      fail(`payload.${key}`, pointer, pointerText.allowed);
    }
  }
  return payload;
}

function fail(key: string, found: unknown, allowed: string): never {
  throw new RangeError(`invalid ${key}: ${JSON.stringify(found)}, allowed: ${allowed}`);
}
