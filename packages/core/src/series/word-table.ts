const fewWords = 8;

/** Gives each different word a number, in the order in which they first appear. */
export class WordTable {
  readonly #codes = new Map<string, number>();
  readonly #words: string[] = [];

  /** The number of different words. */
  get size(): number {
    return this.#words.length;
  }

  /** The number of a word, which gets one if it has none. */
  codeOf(word: string): number {
    // Most signals use a handful of words. Comparing those costs a third of a look-up in the map.
    const words = this.#words;
    const few = words.length < fewWords ? words.length : fewWords;
    for (let code = 0; code < few; code++) if (words[code] === word) return code;
    return this.#codes.get(word) ?? this.#added(word);
  }

  /** The word that has a number. */
  wordOf(code: number): string {
    return this.#words[code];
  }

  /** Forgets the words that none of the numbers in a part of a column stands for, and renumbers the column. */
  keepOnly(column: Uint16Array | Uint32Array, from: number, to: number): void {
    const words = this.#words.slice();
    this.#words.length = 0;
    this.#codes.clear();
    for (let index = from; index < to; index++) column[index] = this.codeOf(words[column[index]]);
  }

  #added(word: string): number {
    const code = this.#words.push(word) - 1;
    this.#codes.set(word, code);
    return code;
  }
}
