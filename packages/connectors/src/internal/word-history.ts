/** So many changes of one input are remembered for late data; older ones are forgotten. */
const limit = 128;

/**
 * The latest words of one input of a composite state, in time order. It answers what another input said at the
 * time of a late observation.
 */
export class WordHistory {
  readonly #times: number[] = [];
  readonly #words: (string | undefined)[] = [];

  /** Time of the newest change, in milliseconds; `-Infinity` before the first. */
  get lastTime(): number {
    return this.#times.at(-1) ?? -Infinity;
  }

  /** Adds a word in its place; at a time that has one, the later arrival replaces it. */
  add(time: number, word: string | undefined): void {
    const index = this.#indexAt(time);
    if (this.#times[index] === time) {
      this.#words[index] = word;
      return;
    }
    this.#times.splice(index + 1, 0, time);
    this.#words.splice(index + 1, 0, word);
    if (this.#times.length <= limit) return;
    this.#times.shift();
    this.#words.shift();
  }

  /** The word that held at a time; `undefined` where none is known. */
  at(time: number): string | undefined {
    return this.#words[this.#indexAt(time)];
  }

  /** The time of the first change after a time; `Infinity` when there is none. */
  nextAfter(time: number): number {
    return this.#times[this.#indexAt(time) + 1] ?? Infinity;
  }

  /** The position of the last change at or before a time, -1 before the first. Late data are rare: from the end. */
  #indexAt(time: number): number {
    let index = this.#times.length - 1;
    while (index >= 0 && this.#times[index] > time) index--;
    return index;
  }
}
