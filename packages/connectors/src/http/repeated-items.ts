import type { ConnectorContext } from '@twinfloor/core';
import { type Item, timeOf } from '../internal/payload.js';

/**
 * What held before a connection was lost and is said again when it is back, with the time at which it began to hold:
 * it ends the gap now. Of several such items of one signal only the newest holds, and none where something newer was said.
 */
export class RepeatedItems {
  #knownSince = -Infinity;
  readonly #context: ConnectorContext;
  /** The newest time by signal, since the connection is back. */
  readonly #newest = new Map<string, number>();
  /** What the message that is read says again, by signal. */
  readonly #again = new Map<string, () => void>();

  constructor(context: ConnectorContext) {
    this.#context = context;
  }

  /** Begins a message. */
  begin(knownSince: number): void {
    this.#knownSince = knownSince;
    this.#again.clear();
  }

  /** Notes an item of the message. */
  note(key: string, item: Item, observe: (item: Item) => void): void {
    if (this.#knownSince === -Infinity) return;
    const time = timeOf(item.time) ?? this.#context.now();
    const full = `${key}\0${conditionKey(item.value)}`;
    if (!(time > (this.#newest.get(full) ?? -Infinity))) return;
    this.#newest.set(full, time);
    if (time <= this.#knownSince)
      this.#again.set(full, () => observe({ ...item, time: this.#context.now() }));
    else this.#again.delete(full);
  }

  /** Ends a message: what it only said again is observed now. */
  end(): void {
    for (const observe of this.#again.values()) observe();
    this.#again.clear();
  }

  /** The connection was lost. */
  reset(): void {
    this.#newest.clear();
    this.#again.clear();
  }
}

/** Reports of several conditions may come under one name. */
function conditionKey(value: unknown): string {
  return typeof value === 'object' && value !== null && 'key' in value ? String(value.key) : '';
}
