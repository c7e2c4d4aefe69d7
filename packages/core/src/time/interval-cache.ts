import type { Interval } from './interval.js';

/**
 * Remembers what was derived from the last few intervals. In a frame a thousand machines ask about the same
 * interval, and in the next frame about another.
 */
export class IntervalCache<T> {
  readonly #froms: Float64Array;
  readonly #tos: Float64Array;
  readonly #values: T[] = [];
  #next = 0;

  constructor(capacity = 8) {
    this.#froms = new Float64Array(capacity);
    this.#tos = new Float64Array(capacity);
  }

  /** What is remembered of an interval, else what `derive` makes of it. */
  get(interval: Interval, derive: (interval: Interval) => T): T {
    const count = this.#values.length;
    for (let index = 0; index < count; index++) {
      if (this.#froms[index] === interval.from && this.#tos[index] === interval.to)
        return this.#values[index];
    }
    const value = derive(interval);
    this.#froms[this.#next] = interval.from;
    this.#tos[this.#next] = interval.to;
    this.#values[this.#next] = value;
    this.#next = (this.#next + 1) % this.#froms.length;
    return value;
  }
}
