import type { Discover } from '@twinfloor/core';
import { listenToBroker } from '../internal/mqtt/listen-to-broker.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { Offer } from './proposal.js';
import { opcuaJsonSettings } from './settings.js';

/**
 * Listens to a broker and proposes equipment for each publisher or writer of OPC UA PubSub, signals from names, types
 * and units of their fields, and bindings; fields with names of companion specifications are left to the profile.
 * Writers that say nothing while it is listened to, and have no metadata there, are not found.
 *
 * @throws {RangeError} if a setting is wrong
 * @throws {Error} if the broker cannot be reached or refuses to be listened to; the message is for people
 */
export const discoverOpcuaJson: Discover = discoverOpcuaJsonOver();

/**
 * The same for a host without a global WebSocket, as Node before 22: it brings one.
 *
 * @param socket - default: the global WebSocket
 */
export function discoverOpcuaJsonOver(socket?: SocketConstructor): Discover {
  return async (settings, options) => {
    const entry = { type: 'opcua-json', id: 'opcua-json', bindings: [], settings };
    const broker = opcuaJsonSettings(entry);
    const subscriptions = broker.topics.map((filter) => ({ filter, qos: 0 as const }));
    const offer = new Offer();
    const take = (topic: string, payload: Uint8Array): void => offer.take(topic, payload);
    await listenToBroker({ entry, broker, subscriptions, socket, take }, options);
    return offer.proposal(settings);
  };
}
