import type { Refusal } from '../connector/connector.js';
import { Listeners } from './listeners.js';

/** How many refusals are kept to be looked at. All are counted. */
const kept = 50;

/** A refusal with the time it happened. */
export interface TimedRefusal extends Refusal {
  /** Milliseconds since the epoch, time of the twin. */
  readonly time: number;
}

/** Input that could not be used: all of it counted, the newest kept to be looked at. */
export class Refusals {
  #count = 0;
  readonly #newest: TimedRefusal[] = [];
  readonly #listeners = new Listeners();

  /** How many there were. */
  get count(): number {
    return this.#count;
  }

  /** The newest, at most 50, newest first. */
  get newest(): readonly TimedRefusal[] {
    return this.#newest;
  }

  add(refusal: Refusal, time: number): void {
    this.#count += 1;
    this.#newest.unshift({ ...refusal, time });
    if (this.#newest.length > kept) this.#newest.length = kept;
    this.#listeners.tell();
  }

  /** Calls back after each refusal; returns how to end that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}
