import type { Discover } from '@twinfloor/core';
import { listenToBroker } from '../internal/mqtt/listen-to-broker.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
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
  return async (settings, options) => {
    const entry = { type: 'mqtt', id: 'mqtt', bindings: [], settings: { topics: ['#'], ...settings } };
    const { qos, topics, ...broker } = mqttSettings(entry);
    const subscriptions = topics.map(({ filter }) => ({ filter, qos }));
    const log = new TopicLog();
    const take = (topic: string, payload: Uint8Array): void => log.take(topic, payload);
    await listenToBroker({ entry, broker, subscriptions, socket, take }, options);
    return proposalOf(log, settings);
  };
}
