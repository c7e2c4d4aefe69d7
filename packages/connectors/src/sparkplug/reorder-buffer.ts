/** What a reorder buffer needs to know and calls back. */
export interface ReorderHooks<Item> {
  /** So long a missing message is waited for, in milliseconds. */
  readonly timeout: number;
  /** Resolves after a time in milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Takes an item that is in turn. */
  take(item: Item): void;
  /**
   * Items are lost.
   *
   * @param missing - the number of the first
   * @param takeRest - takes those that follow them
   */
  lost(missing: number, takeRest: () => void): void;
}

/** Sequence numbers go from 0 to 255. */
const numbers = 256;

/** What comes so far ahead is late instead. */
const farthest = numbers / 2;

/**
 * Puts the messages of an edge node in order by their sequence numbers. One that is missing is waited for; after that
 * it is lost (Sparkplug 3.0, 5.4, Reorder Timeout).
 */
export class ReorderBuffer<Item> {
  #next = 0;
  /** Changes whenever what is waited for has come, so that the wait for it has no effect. */
  #turn = 0;
  readonly #waiting = new Map<number, Item>();
  readonly #hooks: ReorderHooks<Item>;

  constructor(hooks: ReorderHooks<Item>) {
    this.#hooks = hooks;
  }

  /** The number that is in turn. */
  get next(): number {
    return this.#next;
  }

  /** Whether something is missing that is waited for. */
  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** Begins behind a number. What waits is dropped, except for what is kept. */
  begin(sequence: number, isKept: (item: Item) => boolean): void {
    for (const [number, item] of this.#waiting) if (!isKept(item)) this.#waiting.delete(number);
    this.#next = (sequence + 1) % numbers;
    this.#drain();
  }

  /**
   * Takes an item now, or keeps it until its turn.
   *
   * @param kept - makes what is kept of it
   * @returns `false` for a number that was there already, or came too late
   */
  offer(sequence: number, item: Item, kept: (item: Item) => Item): boolean {
    const ahead = this.#ahead(sequence);
    if (ahead >= farthest) return false;
    if (ahead > 0) {
      this.#waiting.set(sequence, kept(item));
      if (this.#waiting.size === 1) this.#watch();
      return true;
    }
    this.#take(sequence, item);
    if (this.#waiting.size > 0) this.#drain();
    return true;
  }

  /** Takes all that waits, in order, though something is missing. */
  flush(): void {
    const waiting = [...this.#waiting].sort(([a], [b]) => this.#ahead(a) - this.#ahead(b));
    this.#waiting.clear();
    this.#turn++;
    for (const [sequence, item] of waiting) this.#take(sequence, item);
  }

  #take(sequence: number, item: Item): void {
    this.#next = (sequence + 1) % numbers;
    this.#hooks.take(item);
  }

  #ahead(sequence: number): number {
    return (sequence - this.#next + numbers) % numbers;
  }

  #drain(): void {
    for (;;) {
      const item = this.#waiting.get(this.#next);
      if (item === undefined) break;
      this.#waiting.delete(this.#next);
      this.#take(this.#next, item);
    }
    this.#turn++;
    if (this.#waiting.size > 0) this.#watch();
  }

  #watch(): void {
    const turn = ++this.#turn;
    void this.#hooks.wait(this.#hooks.timeout).then(() => {
      if (turn !== this.#turn || this.#waiting.size === 0) return;
      this.#hooks.lost(this.#next, () => this.flush());
    });
  }
}
