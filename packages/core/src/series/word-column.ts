import { moved } from './time-column.js';

const firstCapacity = 16;
/** Up to so many words are found by comparison, at a third of the cost of a look-up in the map. */
const fewWords = 8;

type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * A column of words, kept as numbers: each different word gets one, in the order in which they first appear. A
 * number takes one byte as long as there are not more than 256 words, then two, then four.
 */
export class WordColumn {
  #codes: Codes = new Uint8Array(firstCapacity);
  readonly #words: string[] = [];
  readonly #codeOf = new Map<string, number>();

  get bytes(): number {
    return this.#codes.byteLength;
  }

  /** The word at a position. */
  wordAt(position: number): string {
    return this.#words[this.#codes[position]];
  }

  /** The number of the word at a position; equal for equal words. */
  codeAt(position: number): number {
    return this.#codes[position];
  }

  /** The word that has a number. */
  wordOf(code: number): string {
    return this.#words[code];
  }

  /** Whether a word stands at a position. */
  has(position: number, word: string): boolean {
    return this.#words[this.#codes[position]] === word;
  }

  /** Writes a word at a position; the column grows to `capacity` if it does not reach so far. */
  set(position: number, word: string, capacity: number): void {
    const code = this.#coded(word);
    if (position >= this.#codes.length) this.#codes = moved(this.#codes, 0, position, capacity);
    this.#codes[position] = code;
  }

  /** Puts a word in at a position and moves those up to `end` by one. */
  insert(position: number, end: number, word: string, capacity: number): void {
    const code = this.#coded(word);
    if (end >= this.#codes.length) this.#codes = moved(this.#codes, 0, end, capacity);
    this.#codes.copyWithin(position + 1, position, end);
    this.#codes[position] = code;
  }

  /** Keeps the positions from `from` to `to`, at the front, and forgets words when too many are no longer used. */
  compact(from: number, to: number, capacity: number): void {
    this.#codes = moved(this.#codes, from, to, capacity);
    if (this.#words.length <= Math.max(to - from, fewWords)) return;
    const words = this.#words.slice();
    const codes = this.#codes;
    this.#words.length = 0;
    this.#codeOf.clear();
    this.#codes = new Uint8Array(capacity);
    for (let position = 0; position < to - from; position++)
      this.set(position, words[codes[position]], capacity);
  }

  #coded(word: string): number {
    const words = this.#words;
    const few = words.length < fewWords ? words.length : fewWords;
    for (let code = 0; code < few; code++) if (words[code] === word) return code;
    return this.#codeOf.get(word) ?? this.#added(word);
  }

  #added(word: string): number {
    const code = this.#words.push(word) - 1;
    this.#codeOf.set(word, code);
    if (code === 0x100) this.#codes = Uint16Array.from(this.#codes);
    if (code === 0x10000) this.#codes = Uint32Array.from(this.#codes);
    return code;
  }
}
