import type { Discover } from '@twinfloor/core';
import { credentialsOf } from '../internal/credentials.js';
import { addressOf } from '../internal/http/http.js';
import { openConnection } from '../internal/mqtt/open-connection.js';
import { type SocketConstructor, socketOf } from '../internal/mqtt/socket.js';
import { proposalOf } from './proposal.js';
import { mqttSettings } from './settings.js';
import { TopicLog } from './topic-log.js';

/**
 * Listens to a broker and proposes equipment, signals and bindings from the topics and the messages that come:
 * `…/equipment/signal`, objects of several signals, and the unified namespace `umh/v1/…/_contract/…/tag`. What a
 * signal is (number, counter, state, text) is a guess from the values that were heard. `topics` limits it; without
 * them everything is listened to. Sparkplug B and OPC UA are named, with the connector that reads them.
 *
 * @throws {RangeError} if a setting is wrong
 * @throws {Error} if the broker cannot be reached or refuses to be listened to; the message is for people
 */
export const discoverMqtt: Discover = discoverMqttOver();

/** The same for a host without a global WebSocket, as Node before 22: it brings one. */
export function discoverMqttOver(socket?: SocketConstructor): Discover {
  return async (settings, { signal, patience }) => {
    const entry = { type: 'mqtt', id: 'mqtt', bindings: [], settings: { topics: ['#'], ...settings } };
    const { url, version, topics, qos } = mqttSettings(entry);
    const log = new TopicLog();
    const options = {
      url,
      version,
      clientId: `twinfloor-${Math.random().toString(36).slice(2, 12)}`,
      keepSession: false,
      credentials: await credentialsOf(entry),
      socket: socketOf(socket),
      onMessage: (topic: string, payload: Uint8Array) => log.take(topic, payload),
      onHeard: () => {},
    };
    const connection = await openConnection(options, signal);
    try {
      const refused = await connection.subscribe(topics.map(({ filter }) => ({ filter, qos })));
      if (refused.length > 0)
        throw new Error(`${addressOf(url)} does not allow to listen to ${refused.join(', ')}`);
      connection.listen();
      const lost = connection.closed.then((reason) => {
        if (!signal.aborted) throw new Error(reason);
      });
      await Promise.race([waited(patience, signal), lost]);
    } finally {
      connection.leave();
    }
    return proposalOf(log, settings);
  };
}

function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
