import { type ConnectorSettings, sparkplugId, sparkplugLeast } from '@twinfloor/core';
import { type BrokerAddress, brokerAddressOf, fail } from '../internal/mqtt/settings.js';

/** How a broker is reached and what is read there, as an entry of the workshop file says it. */
export interface SparkplugSettings extends BrokerAddress {
  /** Groups to subscribe to as a whole. */
  readonly groups: readonly string[];
  readonly hostId: string | undefined;
  /** So long a missing message is waited for, in milliseconds. */
  readonly reorderTimeout: number;
  /** The least time between two requests to an edge node for its birth, in milliseconds. */
  readonly rebirthInterval: number;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function sparkplugSettings({ settings, bindings }: ConnectorSettings): SparkplugSettings {
  if (bindings.length === 0) fail('bindings', bindings, 'at least one binding');
  return readSettings(settings);
}

/** The same before there are bindings. */
export function readSettings(settings: ConnectorSettings['settings']): SparkplugSettings {
  const address = brokerAddressOf(settings);
  const { groups = [], hostId, reorderTimeout = 2_000, rebirthInterval = 10_000 } = settings;
  const isId = (id: unknown): id is string => typeof id === 'string' && sparkplugId.pattern.test(id);
  if (!Array.isArray(groups) || !groups.every(isId))
    fail('groups', groups, `a list of groups: ${sparkplugId.allowed}`);
  if (hostId !== undefined && !isId(hostId)) fail('hostId', hostId, sparkplugId.allowed);
  return {
    ...address,
    groups,
    hostId,
    reorderTimeout: whole('reorderTimeout', reorderTimeout),
    rebirthInterval: whole('rebirthInterval', rebirthInterval),
  };
}

function whole(key: keyof typeof sparkplugLeast, found: unknown): number {
  const least = sparkplugLeast[key];
  if (!Number.isInteger(found) || (found as number) < least) fail(key, found, `a whole number from ${least}`);
  return found as number;
}
