import { brokerAddress, isTopicTemplate, topicAllowed } from '@twinfloor/core';
import type { MqttVersion } from './create-client.js';

/** How a broker is reached, as an entry of the workshop file says it. */
export interface BrokerAddress {
  readonly url: string;
  readonly version: MqttVersion | undefined;
  readonly clientId: string | undefined;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function brokerAddressOf(settings: Readonly<Record<string, unknown>>): BrokerAddress {
  const { url, version, clientId } = settings;
  if (typeof url !== 'string') fail('url', url, brokerAddress.allowed);
  // Who may come in is not told to those who read messages.
  const shown = url.replace(/\/\/[^/?#]*@/, '//…@');
  if (!brokerAddress.pattern.test(url)) fail('url', shown, brokerAddress.allowed);
  if (version !== undefined && version !== '5' && version !== '3.1.1') fail('version', version, '5, 3.1.1');
  if (clientId !== undefined && (typeof clientId !== 'string' || clientId === ''))
    fail('clientId', clientId, 'a text');
  return { url, version, clientId };
}

/**
 * What a connector subscribes to where its topics name no equipment: filters without `{…}`.
 *
 * @throws {RangeError} if one is none
 */
export function topicFiltersOf(topics: unknown): readonly string[] {
  if (!Array.isArray(topics) || topics.length === 0) fail('topics', topics, 'a list of topics');
  for (const topic of topics as unknown[]) {
    const isFilter = typeof topic === 'string' && isTopicTemplate(topic) && !topic.includes('{');
    if (!isFilter) fail('topic', topic, topicAllowed);
  }
  return topics as string[];
}

/** The quality of service of subscriptions. @throws {RangeError} if it is not 0 or 1 */
export function qosOf({ qos = 0 }: Readonly<Record<string, unknown>>): 0 | 1 {
  return qos === 0 || qos === 1 ? qos : fail('qos', qos, '0, 1');
}

/** Refuses a setting. */
export function fail(key: string, found: unknown, allowed: string): never {
  throw new RangeError(`invalid ${key}: ${JSON.stringify(found)}, allowed: ${allowed}`);
}
