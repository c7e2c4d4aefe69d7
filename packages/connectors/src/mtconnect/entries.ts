import type { SetEntry } from './stream-observation.js';

type Row = NonNullable<SetEntry['value']>;

/** A data set or a table as it stands: what was told of it, put together. */
export class Entries {
  readonly #rows = new Map<string, Row>();

  /**
   * Takes what was told.
   *
   * @param entries - those that changed, or with `isWhole` all there are; `undefined`: nothing is known of it any more.
   * An entry of a table takes the place of its whole row
   * @returns the keys whose values may be others now: of a data set `key`, of a table `key/cell`
   */
  take(entries: readonly SetEntry[] | undefined, isWhole: boolean): Set<string> {
    const changed = new Set<string>();
    if (isWhole || !entries) {
      for (const [key, row] of this.#rows) addKeys(changed, key, row);
      this.#rows.clear();
    }
    for (const { key, value } of entries ?? []) {
      addKeys(changed, key, this.#rows.get(key));
      addKeys(changed, key, value);
      if (value === undefined) this.#rows.delete(key);
      else this.#rows.set(key, value);
    }
    return changed;
  }

  /** The value of an entry, or of a cell by `key/cell`; `undefined` if there is none. */
  get(key: string): string | undefined {
    const whole = this.#rows.get(key);
    if (whole !== undefined) return typeof whole === 'string' ? whole : undefined;
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
      const row = this.#rows.get(key.slice(0, slash));
      const cell = key.slice(slash + 1);
      if (typeof row === 'object' && Object.hasOwn(row, cell)) return row[cell];
    }
    return undefined;
  }

  /** All of it in one line: `a=1 b=2`, of a table `G54/X=1 G54/Y=2`. */
  get text(): string {
    const texts: string[] = [];
    for (const [key, row] of this.#rows) {
      if (typeof row === 'string') texts.push(`${key}=${row}`);
      else for (const [cell, value] of Object.entries(row)) texts.push(`${key}/${cell}=${value}`);
    }
    return texts.join(' ');
  }
}

function addKeys(keys: Set<string>, key: string, row: Row | undefined): void {
  if (typeof row !== 'object') keys.add(key);
  else for (const cell of Object.keys(row)) keys.add(`${key}/${cell}`);
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
