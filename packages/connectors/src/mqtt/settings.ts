import type { ConnectorSettings } from '@twinfloor/core';
import { type BrokerAddress, brokerAddressOf, fail, qosOf } from '../internal/mqtt/settings.js';
import type { PayloadSettings } from '../internal/payload.js';
import { checkedPayload } from '../internal/payload-settings.js';
import { TopicTemplate } from './topic-template.js';

/** How to reach a broker and what to read there, as an entry of the workshop file says it. */
export interface MqttSettings extends BrokerAddress {
  readonly topics: readonly TopicTemplate[];
  readonly payload: PayloadSettings;
  readonly qos: 0 | 1;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function mqttSettings({ settings, bindings }: ConnectorSettings): MqttSettings {
  const address = brokerAddressOf(settings);
  const { topics = [], payload = {} } = settings;
  if (!Array.isArray(topics) || !topics.every((topic) => typeof topic === 'string')) {
    fail('topics', topics, 'a list of topics');
  }
  if (topics.length === 0 && bindings.length === 0) {
    fail('topics', topics, 'a list of topics, as no binding names one');
  }
  return {
    ...address,
    topics: topics.map((topic: string) => new TopicTemplate(topic)),
    payload: checkedPayload(payload),
    qos: qosOf(settings),
  };
}
