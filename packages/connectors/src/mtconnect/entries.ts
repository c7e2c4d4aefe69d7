import type { SetEntry } from './streams-document.js';

/** A data set or a table as it stands: what was told of it, put together. */
export class Entries {
  /** A text by key, of a table by `key/cell`. */
  #values = new Map<string, string>();

  /**
   * Takes what was told.
   *
   * @param entries - those that changed, or with `isWhole` all there are; `undefined`: nothing is known of it any more.
   * An entry of a table takes the place of its whole row
   * @returns the keys whose values may be others now
   */
  take(entries: readonly SetEntry[] | undefined, isWhole: boolean): Set<string> {
    const changed = new Set<string>();
    if (isWhole || !entries) {
      for (const key of this.#values.keys()) changed.add(key);
      this.#values = new Map();
    }
    for (const { key, value } of entries ?? []) {
      this.#remove(key, changed);
      if (typeof value === 'string') this.#set(key, value, changed);
      else for (const cell in value) this.#set(`${key}/${cell}`, value[cell], changed);
    }
    return changed;
  }

  /** The value of an entry or a cell; `undefined` if there is none. */
  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  /** All of it in one line: `a=1 b=2`, of a table `G54/X=1 G54/Y=2`. */
  get text(): string {
    return [...this.#values].map(([key, value]) => `${key}=${value}`).join(' ');
  }

  #set(key: string, value: string, changed: Set<string>): void {
    this.#values.set(key, value);
    changed.add(key);
  }

  #remove(row: string, changed: Set<string>): void {
    for (const key of this.#values.keys()) {
      if (key !== row && !key.startsWith(`${row}/`)) continue;
      this.#values.delete(key);
      changed.add(key);
    }
  }
}

/**
 * The samples of a time series, each at its own time. The time of the observation is that of the last one.
 *
 * @param text - numbers with white space between them
 * @param sampleRate - samples a second; where it is not above 0, the times of all but the last are not known and these
 * are left out
 */
export function samplesOf(
  text: string,
  time: number,
  sampleRate: number,
): { readonly time: number; readonly text: string }[] {
  const texts = text.split(/\s+/).filter(Boolean);
  const last = texts.length - 1;
  const known = sampleRate > 0 ? texts : texts.slice(-1);
  const first = texts.length - known.length;
  return known.map((each, index) => ({
    time: time - (first + index < last ? ((last - index) * 1000) / sampleRate : 0),
    text: each,
  }));
}
