import { type ConnectorSettings, opcuaProfiles } from '@twinfloor/core';
import { isObject } from './field.js';
import {
  type BrokerAddress,
  brokerAddressOf,
  fail,
  qosOf,
  topicFiltersOf,
} from '../internal/mqtt/settings.js';

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
  const { topics = defaultTopics, profile, equipment = {} } = settings;
  if (profile !== undefined && !opcuaProfiles.some((known) => known === profile)) {
    fail('profile', profile, opcuaProfiles.join(', '));
  }
  if (!isTexts(equipment)) fail('equipment', equipment, 'texts by id of equipment');
  return {
    ...brokerAddressOf(settings),
    topics: topicFiltersOf(topics),
    qos: qosOf(settings),
    profile: profile as string | undefined,
    equipment,
  };
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((each) => each !== '' && typeof each === 'string');
}
