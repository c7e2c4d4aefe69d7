import type { ConnectorContext } from '@twinfloor/core';

/** The first wait is at most this long, in milliseconds. */
const shortest = 1_000;

/** No wait is longer than this, in milliseconds. */
const longest = 30_000;

/** A source that goes away sooner than this after it was reached may do so each time, in milliseconds. */
const lasting = 2_000;

/**
 * The waits between tries to reach a source: at most 1 s, 2 s, 4 s … 30 s, each of random length below that
 * ("full jitter"), so that a hundred pages do not come back to a restarted broker in the same moment.
 */
export class BackOff {
  #attempt = 0;
  /** So often in a row the source went away soon after it was reached. */
  #short = 0;
  #reachedAt: number | undefined;
  readonly #context: Pick<ConnectorContext, 'random' | 'status' | 'wait'>;

  constructor(context: Pick<ConnectorContext, 'random' | 'status' | 'wait'>) {
    this.#context = context;
  }

  /** The number of failed tries in a row. */
  get attempt(): number {
    return this.#attempt;
  }

  /** Whether the source goes away as soon as it is reached, as it does when two clients take it from each other. */
  get isFlapping(): boolean {
    return this.#short > 0;
  }

  /** Says that the source was reached: the next wait is a short one again, unless it keeps going away at once. */
  reset(): void {
    this.#reachedAt = Date.now();
  }

  /**
   * Counts a failed try, tells the status and waits for the next one, or until the connector has to end.
   *
   * @param detail - one sentence for people: what was tried, what was found
   * @param least - so long the source wants to be left alone, in milliseconds
   */
  async wait(detail: string, least = 0): Promise<void> {
    const context = this.#context;
    if (this.#reachedAt !== undefined) {
      const isShort = Date.now() - this.#reachedAt < lasting;
      this.#attempt = isShort ? this.#short : 0;
      this.#short = isShort ? this.#short + 1 : 0;
      this.#reachedAt = undefined;
    }
    const limit = Math.min(longest, shortest * 2 ** this.#attempt++);
    const milliseconds = least + Math.round(context.random() * limit);
    context.status({
      state: 'waiting',
      detail,
      attempt: this.#attempt,
      retryAt: Date.now() + milliseconds,
    });
    await context.wait(milliseconds);
  }
}
