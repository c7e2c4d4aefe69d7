import type { ConnectorSettings, DiscoveryOptions } from '@twinfloor/core';
import { credentialsOf } from '../credentials.js';
import { addressOf } from '../http/http.js';
import type { MqttOptions, Subscription } from './broker-connection.js';
import { openConnection } from './open-connection.js';
import { type SocketConstructor, socketOf } from './socket.js';

/** Sends a message while the broker is listened to; that it fails is of no account. */
export type Publish = (topic: string, payload: Uint8Array) => void;

/** Whom to listen to, and who takes what is heard. */
export interface Listening {
  readonly entry: ConnectorSettings;
  readonly broker: { readonly url: string; readonly version: MqttOptions['version'] | undefined };
  readonly subscriptions: readonly Subscription[];
  /** Default: the global WebSocket. */
  readonly socket: SocketConstructor | undefined;
  take(topic: string, payload: Uint8Array, publish: Publish): void;
}

/**
 * Connects once and hands over what a broker says for a while, for those who want to know what it offers.
 *
 * @throws {Error} if the broker cannot be reached, refuses to be listened to or goes away; the message is for people
 */
export async function listenToBroker(
  { entry, broker: { url, version }, subscriptions, socket, take }: Listening,
  { signal, patience }: DiscoveryOptions,
): Promise<void> {
  const publish: Publish = (topic, payload) => void connection.publish({ topic, payload }).catch(() => {});
  const connection = await openConnection(
    {
      url,
      version,
      clientId: `twinfloor-${Math.random().toString(36).slice(2, 12)}`,
      keepSession: false,
      credentials: await credentialsOf(entry),
      socket: socketOf(socket),
      onMessage: (topic, payload) => take(topic, payload, publish),
      onHeard: () => {},
    },
    signal,
  );
  try {
    const refused = await connection.subscribe(subscriptions);
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
