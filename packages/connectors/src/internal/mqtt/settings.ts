import { brokerAddress } from '@twinfloor/core';
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

/** Refuses a setting. */
export function fail(key: string, found: unknown, allowed: string): never {
  throw new RangeError(`invalid ${key}: ${JSON.stringify(found)}, allowed: ${allowed}`);
}
