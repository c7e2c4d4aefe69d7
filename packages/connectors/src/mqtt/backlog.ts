/** So long after the last message of the time before, in milliseconds, a broker has told all that it kept. */
const pause = 60_000;

/** So long it may take to tell it, in milliseconds; a source that repeats old times is no backlog. */
const longest = 600_000;

/**
 * What a broker kept while this client was away. What is known of the plant is in time of the twin, how long the broker
 * takes is not: that goes by the wall clock, however fast the time of the twin passes. All in milliseconds.
 */
export class Backlog {
  readonly #since: number;
  readonly #begun: number;
  /** Until when the broker has told, time of the twin. */
  #told: number;
  /** When it told that, wall clock. */
  #toldAt: number;

  /**
   * @param lost - since when the broker has kept messages, time of the twin
   * @param since - when it began to tell them, time of the twin
   * @param wall - the same by the wall clock, counted from any moment
   */
  constructor(lost: number, since: number, wall: number) {
    this.#since = since;
    this.#begun = wall;
    this.#told = lost;
    this.#toldAt = wall;
  }

  /** Takes the time of a message, and when it came by the wall clock. */
  take(time: number, wall: number): void {
    if (time >= this.#since) return;
    this.#told = Math.max(this.#told, time);
    this.#toldAt = wall;
  }

  /**
   * Until when all is known, time of the twin: while the broker tells what it kept, no more than it has told, as the
   * rest may be lost with its disk.
   *
   * @param heard - when the broker was last heard, time of the twin
   * @param wall - the same by the wall clock
   */
  knownUntil(heard: number, wall: number): number {
    const isTold = wall - this.#toldAt > pause || wall - this.#begun > longest;
    return isTold ? heard : Math.min(heard, this.#told);
  }
}
