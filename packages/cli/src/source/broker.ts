import type { Discover, Discovery, DiscoveryOptions, Refusal } from '@twinfloor/core';
import { discoverMqttOver } from '@twinfloor/connectors/mqtt/discover';
import { discoverOpcuaJsonOver } from '@twinfloor/connectors/opcua-json/discover';
import { discoverSparkplugOver } from '@twinfloor/connectors/sparkplug/discover';
import WebSocket from 'ws';
import { usualSockets } from './source.js';

type SocketConstructor = Parameters<typeof discoverMqttOver>[0];

/** Node before 22 has none of its own. */
const socket = (globalThis.WebSocket ?? WebSocket) as unknown as SocketConstructor;

/** What is spoken over a broker, the most telling first. */
const languages: readonly (readonly [name: string, discover: Discover])[] = [
  ['Sparkplug B', discoverSparkplugOver(socket)],
  ['OPC UA PubSub JSON', discoverOpcuaJsonOver(socket)],
  ['plain topics', discoverMqttOver(socket)],
];

/**
 * Listens to a broker in all its languages at once and gives one proposal for each that is spoken.
 *
 * @throws {Error} if the broker cannot be listened to, or nobody says anything there; the message is for people
 */
export async function discoverBroker(url: string, options: DiscoveryOptions): Promise<Discovery[]> {
  const results = await Promise.allSettled(languages.map(([, discover]) => discover({ url }, options)));
  const found = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (found.length === 0) throw (results[0] as PromiseRejectedResult).reason;
  const spoken = found.filter(({ equipment }) => equipment.length > 0);
  if (spoken.length === 0) {
    const refused = found
      .flatMap(({ refusals }) => refusals)
      .map(({ place, found: what }) => `${place}: ${what}`);
    throw new Error(
      `${url}: nothing that can be proposed was said in ${options.patience / 1000} s; wait longer with --patience` +
        refused
          .slice(0, 5)
          .map((line) => `\n  ${line}`)
          .join(''),
    );
  }
  const failed = results.flatMap((result, index): Refusal[] =>
    result.status === 'rejected'
      ? [
          {
            place: languages[index][0],
            found: messageOf(result.reason),
            allowed: 'a broker that lets listen',
          },
        ]
      : [],
  );
  const types = new Set(spoken.map(({ connector }) => connector.type));
  const [first, ...others] = spoken.map((one) => ({
    ...one,
    // What another connector of this file reads is not missing.
    refusals: one.refusals.filter(({ allowed }) => !types.has(allowed.replace(/^the connector /, ''))),
  }));
  return [{ ...first, refusals: [...failed, ...first.refusals] }, ...others];
}

/**
 * Finds out on which of the usual addresses a broker speaks MQTT over WebSocket.
 *
 * @throws {Error} if on none
 */
export async function findSocket(host: string, signal: AbortSignal): Promise<string> {
  const tries = usualSockets(host).map(async (url) => {
    await opened(url, signal);
    return url;
  });
  try {
    return await Promise.any(tries);
  } catch {
    throw new Error(`${host}: no WebSocket at ${usualSockets(host).join(', ')}`);
  }
}

function opened(url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const one = new WebSocket(url, ['mqtt'], { handshakeTimeout: 3_000 });
    signal.addEventListener('abort', () => one.terminate(), { once: true });
    one.once('open', () => {
      one.close();
      resolve();
    });
    one.once('error', reject);
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
