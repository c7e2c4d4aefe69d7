/** How often the words of rows are written that nobody reads: those off the screen, and all while the time is moved. */
const rest = 250;

/**
 * Tells when it is the turn of all rows to have their words written. Who drags the time reads no words, and hundreds of
 * rows cost more than the picture.
 */
export class TimelineTurns {
  readonly #request: () => void;
  /** Moment of the page at which the words of all rows were last written. */
  #last = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param request - called when a turn has come that was refused before */
  constructor(request: () => void) {
    this.#request = request;
  }

  /** Whether all rows are written now; if not, they are asked for after a rest. */
  take(): boolean {
    const now = performance.now();
    const left = this.#last + rest - now;
    if (left <= 0) {
      this.#last = now;
      return true;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#request();
    }, left);
    return false;
  }

  /** Makes the next turn come at once, because the rows are others. */
  reset(): void {
    this.#last = -Infinity;
  }

  /** Asks for nothing any more. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
