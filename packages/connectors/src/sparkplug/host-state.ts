import type { Message } from '../internal/mqtt/connection.js';
import { namespace } from './topic.js';

/**
 * What a host application tells of itself: online or not, with the time of its connection, kept by the broker
 * (Sparkplug 3.0, 5.14).
 */
export class HostState {
  readonly topic: string;
  /** Time of the connection: the same in the will and in the birth. */
  #connected = 0;
  readonly #now: () => number;

  constructor(hostId: string, now: () => number) {
    this.topic = `${namespace}/STATE/${hostId}`;
    this.#now = now;
  }

  /** What the broker says when it loses the connection that is about to begin. */
  will(): Message {
    this.#connected = Math.floor(this.#now());
    return this.#message(false, this.#connected);
  }

  birth(): Message {
    return this.#message(true, this.#connected);
  }

  /** What is said before the connection is ended on purpose. */
  death(): Message {
    return this.#message(false, Math.floor(this.#now()));
  }

  /** Whether a message says that this host application is offline, so that it has to be told otherwise. */
  saysOffline(payload: Uint8Array): boolean {
    const { online } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as {
      online?: unknown;
    };
    return online === false;
  }

  #message(online: boolean, timestamp: number): Message {
    const payload = new TextEncoder().encode(JSON.stringify({ online, timestamp }));
    return { topic: this.topic, payload, qos: 1, retain: true };
  }
}
