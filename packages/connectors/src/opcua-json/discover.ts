import type { Discover } from '@twinfloor/core';
import { credentialsOf } from '../internal/credentials.js';
import { addressOf } from '../internal/http/http.js';
import { openConnection } from '../internal/mqtt/open-connection.js';
import { type SocketConstructor, socketOf } from '../internal/mqtt/socket.js';
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
  return async (settings, { signal, patience }) => {
    const entry = { type: 'opcua-json', id: 'opcua-json', bindings: [], settings };
    const { url, version, topics } = opcuaJsonSettings(entry);
    const offer = new Offer();
    const connection = await openConnection(
      {
        url,
        version,
        clientId: `twinfloor-${Math.random().toString(36).slice(2, 12)}`,
        keepSession: false,
        credentials: await credentialsOf(entry),
        socket: socketOf(socket),
        onMessage: (topic, payload) => offer.take(topic, payload),
        onHeard: () => {},
      },
      signal,
    );
    try {
      const refused = await connection.subscribe(topics.map((filter) => ({ filter, qos: 0 as const })));
      if (refused.length > 0)
        throw new Error(`${addressOf(url)} does not allow to listen to ${refused.join(', ')}`);
      connection.listen();
      await Promise.race([waited(patience, signal), connection.closed]);
    } finally {
      connection.leave();
    }
    return offer.proposal(settings);
  };
}

function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
