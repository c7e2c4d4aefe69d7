import { type ConnectorSettings, pointerText } from '@twinfloor/core';
import { type BrokerAddress, brokerAddressOf, fail } from '../internal/mqtt/settings.js';
import type { PayloadSettings } from '../internal/payload.js';
import { TopicTemplate } from './topic-template.js';

/** How to reach a broker and what to read there, as an entry of the workshop file says it. */
export interface MqttSettings extends BrokerAddress {
  readonly topics: readonly TopicTemplate[];
  readonly payload: PayloadSettings;
  readonly qos: 0 | 1;
}

const payloadKeys = ['value', 'time', 'quality', 'equipment', 'signal', 'items'] as const;

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function mqttSettings({ settings, bindings }: ConnectorSettings): MqttSettings {
  const address = brokerAddressOf(settings);
  const { topics = [], payload = {}, qos = 0 } = settings;
  if (!Array.isArray(topics) || !topics.every((topic) => typeof topic === 'string')) {
    fail('topics', topics, 'a list of topics');
  }
  if (topics.length === 0 && bindings.length === 0) {
    fail('topics', topics, 'a list of topics, as no binding names one');
  }
  if (qos !== 0 && qos !== 1) fail('qos', qos, '0, 1');
  return {
    ...address,
    topics: topics.map((topic: string) => new TopicTemplate(topic)),
    payload: checkedPayload(payload),
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
