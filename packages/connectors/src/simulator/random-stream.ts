/**
 * A seeded source of chance. Each actor of a simulation has a stream of its own, so that what happens to one machine
 * does not change the luck of another.
 */
export class RandomStream {
  #state: number;

  /** @param parts - what makes the stream: seed, week, id */
  constructor(...parts: readonly (string | number)[]) {
    this.#state = hashOf(parts.join('|'));
  }

  /** A number from 0 to below 1. */
  next(): number {
    // Mulberry32
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A number between two. */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from 0 to below `limit`. */
  whole(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** One of the items. */
  pick<T>(items: readonly T[]): T {
    return items[this.whole(items.length)];
  }

  /** A time until something that comes at random, with this mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }
}

/** FNV-1a: spreads texts that differ in one letter over the whole range. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
