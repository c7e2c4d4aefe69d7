/** Changes within so many milliseconds of each other make a streak. */
const streakGap = 250;

/** After so many milliseconds without a change a streak is over. */
const calm = 1000;

/** How many changes of a streak are shown at once: a person who steps through a recording waits for none. */
const atOnce = 6;

/** Then a change waits at least so many milliseconds, */
const period = 160;

/** and for the next beat of the page: a frame for many costs hardly more than a frame for one. */
const beat = 64;

/**
 * Shows changes at once until they follow each other faster than can be read; then about five a second, the last one
 * always, together with those of others on the page.
 */
export class Pace {
  readonly #show: () => void;
  #streak = 0;
  #shownAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(show: () => void) {
    this.#show = show;
  }

  /** Something changed. */
  change(): void {
    if (this.#timer !== undefined) return;
    const now = performance.now();
    const since = now - this.#shownAt;
    if (since < streakGap) this.#streak++;
    else if (since > calm) this.#streak = 0;
    if (this.#streak < atOnce || since >= streakGap) this.#now();
    else this.#timer = setTimeout(this.#now, Math.ceil((this.#shownAt + period) / beat) * beat - now);
  }

  /** Nothing that waits is shown any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #now = (): void => {
    this.#timer = undefined;
    this.#shownAt = performance.now();
    this.#show();
  };
}
