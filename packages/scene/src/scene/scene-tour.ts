/** Milliseconds that a tour stays at a view. */
const stay = 8000;

/** Goes from view to view and round again, until it is stopped. */
export class SceneTour {
  readonly #show: (index: number) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #next = 0;

  /** @param show - goes to a view, told by its position */
  constructor(show: (index: number) => void) {
    this.#show = show;
  }

  /**
   * Begins, goes on or ends.
   *
   * @param wanted - whether it is to run
   * @param count - of views; with fewer than two there is no tour
   */
  run(wanted: boolean, count: number): void {
    if (!wanted || count < 2) return this.stop();
    if (this.#timer !== undefined) return;
    const step = () => {
      this.#show(this.#next % count);
      this.#next++;
    };
    this.#timer = setInterval(step, stay);
    step();
  }

  /** Stays where it is; it goes on from there. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
