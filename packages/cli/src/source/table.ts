import type { Binding, Discovery } from '@twinfloor/core';
import { discoverMqttOver } from '@twinfloor/connectors/mqtt/discover';
import type { DiscoveryOptions } from '@twinfloor/core';
import WebSocket from 'ws';
import type { MachineTable } from '../table/machine-table.js';

const discover = discoverMqttOver(
  (globalThis.WebSocket ?? WebSocket) as unknown as Parameters<typeof discoverMqttOver>[0],
);

/**
 * Listens to the topics that a table names and proposes their signals for its machines.
 *
 * @param url - of the broker
 * @throws {Error} if the broker cannot be listened to; the message is for people
 */
export async function discoverTopics(
  { equipment, topics }: MachineTable,
  url: string,
  options: DiscoveryOptions,
): Promise<Discovery> {
  const filters = [...topics.values()].flatMap((topic) => [topic, `${topic}/#`]);
  const found = await discover({ url, topics: filters }, options);
  // The longest one counts: a line and its machine may both have a topic.
  const owners = [...topics].sort(([, a], [, b]) => b.length - a.length);
  const taken = new Set<string>();
  const bindings: Binding[] = [];
  const refusals = [...found.refusals];
  for (const binding of found.connector.bindings) {
    const from = String(binding.from);
    const owner = owners.find(
      ([, topic]) => from === topic || (/^[/#]/.test(from.slice(topic.length)) && from.startsWith(topic)),
    );
    if (!owner) continue;
    const address = `${owner[0]}/${binding.signal.split('/')[1]}`;
    if (taken.has(address)) {
      refusals.push({ place: from, found: address, allowed: 'a name of its own' });
      continue;
    }
    taken.add(address);
    bindings.push({ ...binding, signal: address });
  }
  for (const [id, topic] of topics) {
    if (!bindings.some(({ signal }) => signal.startsWith(`${id}/`)))
      refusals.push({ place: topic, found: 'nothing was said', allowed: `values of ${id}` });
  }
  return { equipment, signals: found.signals, connector: { ...found.connector, bindings }, refusals };
}
