import type { Discover } from '@twinfloor/core';
import { listenToBroker, type Publish } from '../internal/mqtt/listen-to-broker.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { MetricColumns } from './metric-columns.js';
import { metricsOf, type OfferedMetric, proposalOf } from './proposal.js';
import { rebirthCommand } from './rebirth-command.js';
import { readSettings } from './settings.js';
import { edgeTopic, namespace } from './topic.js';
import { Malformed } from './wire.js';

/**
 * Listens to a broker, asks the edge nodes that speak for their births and proposes equipment for each node and
 * device, signals from the names, types and units of their metrics, and bindings. `groups` limits it; without it all
 * groups are listened to. An edge node that says nothing while it is listened to is not found.
 *
 * @throws {RangeError} if a setting is wrong
 * @throws {Error} if the broker cannot be reached or refuses to be listened to; the message is for people
 */
export const discoverSparkplug: Discover = discoverSparkplugOver();

/** The same for a host without a global WebSocket, as Node before 22: it brings one. */
export function discoverSparkplugOver(socket?: SocketConstructor): Discover {
  return async (settings, options) => {
    const { groups, ...broker } = readSettings(settings);
    const entry = { type: 'sparkplug', id: 'sparkplug', bindings: [], settings };
    const filters = groups.length > 0 ? groups.map((group) => `${namespace}/${group}/#`) : [`${namespace}/#`];
    const subscriptions = filters.map((filter) => ({ filter, qos: 1 as const }));
    const listener = new BirthListener();
    const take = (topic: string, payload: Uint8Array, publish: Publish): void =>
      listener.take(topic, payload, publish);
    await listenToBroker({ entry, broker, subscriptions, socket, take }, options);
    const { refusals, ...proposal } = proposalOf(listener.born, settings);
    return { ...proposal, refusals: [...listener.refusals, ...refusals] };
  };
}

/** Collects births, and asks once for those of every edge node that speaks. */
class BirthListener {
  /** Metrics by `group/node` or `group/node/device`. */
  readonly born = new Map<string, readonly OfferedMetric[]>();
  readonly refusals: { place: string; found: string; allowed: string }[] = [];
  readonly #asked = new Set<string>();
  readonly #columns = new MetricColumns();

  take(topic: string, payload: Uint8Array, publish: Publish): void {
    const parsed = edgeTopic(topic);
    if (!parsed || parsed.type.endsWith('CMD') || parsed.type.endsWith('DEATH')) return;
    const { type, group, node, owner } = parsed;
    try {
      if (type.endsWith('BIRTH')) {
        this.#columns.decode(payload);
        this.born.set(owner, metricsOf(this.#columns));
      }
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.refusals.push({ place: topic, found: error.message, allowed: 'a payload of Sparkplug B' });
    }
    const name = `${group}/${node}`;
    if (type === 'NBIRTH') this.#asked.add(name);
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    const command = rebirthCommand(group, node, Date.now());
    publish(command.topic, command.payload);
  }
}
