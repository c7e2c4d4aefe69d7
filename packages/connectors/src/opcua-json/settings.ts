import { type ConnectorSettings, isTopicTemplate, opcuaProfiles, topicAllowed } from '@twinfloor/core';
import { isObject } from './field.js';
import { type BrokerAddress, brokerAddressOf, fail } from '../internal/mqtt/settings.js';

/** How to reach a broker and what to read there, as an entry of the workshop file says it. */
export interface OpcuaJsonSettings extends BrokerAddress {
  readonly topics: readonly string[];
  readonly qos: 0 | 1;
  readonly profile: string | undefined;
  /** Whose data sets speak of an equipment, by its id. */
  readonly equipment: Readonly<Record<string, string>>;
}

/** The topics of OPC 10000-14, 7.3.4.7 with the default prefix. */
const defaultTopics = ['opcua/json/data/#', 'opcua/json/metadata/#', 'opcua/json/status/#'];

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function opcuaJsonSettings({ settings }: Pick<ConnectorSettings, 'settings'>): OpcuaJsonSettings {
  const { topics = defaultTopics, qos = 0, profile, equipment = {} } = settings;
  const address = brokerAddressOf(settings);
  if (!Array.isArray(topics) || topics.length === 0) fail('topics', topics, 'a list of topics');
  for (const topic of topics) if (!isTopicFilter(topic)) fail('topic', topic, topicAllowed);
  if (qos !== 0 && qos !== 1) fail('qos', qos, '0, 1');
  if (profile !== undefined && !opcuaProfiles.some((known) => known === profile)) {
    fail('profile', profile, opcuaProfiles.join(', '));
  }
  if (!isTexts(equipment)) fail('equipment', equipment, 'texts by id of equipment');
  return { ...address, topics, qos, profile: profile as string | undefined, equipment };
}

function isTopicFilter(topic: unknown): boolean {
  return typeof topic === 'string' && isTopicTemplate(topic) && !topic.includes('{');
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((each) => each !== '' && typeof each === 'string');
}
