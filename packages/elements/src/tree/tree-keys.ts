import { rowAfterKey } from '../internal/row-keys.js';
import type { TreeRow } from './tree-rows.js';

/** What a key asks of a tree: to go to a row, or to open or fold the one where it is. */
export type TreeMove = { readonly to: number } | { readonly open: boolean };

/** Time after which typing begins a new word, in milliseconds. */
const typingPause = 700;

/**
 * What the keys of a tree mean (ARIA Authoring Practices, tree view): up and down, Home and End, right opens or goes in,
 * left folds or goes out, letters look for a name.
 */
export class TreeKeys {
  #typed = '';
  #typedAt = 0;

  /**
   * @param current - index of the row with the focus
   * @param page - rows that fit into the view
   * @param isRightToLeft - left and right change places
   * @returns `undefined` for other keys and where there is nothing further
   */
  move(
    key: string,
    current: number,
    rows: readonly TreeRow[],
    page: number,
    isRightToLeft: boolean,
  ): TreeMove | undefined {
    const last = rows.length - 1;
    const row = rows[current];
    const to = (index: number) => ({ to: Math.max(0, Math.min(index, last)) });
    if (key === (isRightToLeft ? 'ArrowLeft' : 'ArrowRight')) {
      if (row.isOpen === undefined) return undefined;
      return row.isOpen ? to(current + 1) : { open: true };
    }
    const moved = rowAfterKey(key, current, last, page);
    if (moved !== undefined) return { to: moved };
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        if (row.isOpen) return { open: false };
        return to(rows.findLastIndex((one, index) => index < current && one.level < row.level));
      default:
        return key.length === 1 ? this.#find(key, current, rows) : undefined;
    }
  }

  /** The next row whose name begins with what was typed; one letter again and again goes from one to the next. */
  #find(key: string, current: number, rows: readonly TreeRow[]): TreeMove | undefined {
    const now = performance.now();
    this.#typed = now - this.#typedAt < typingPause ? this.#typed + key : key;
    this.#typedAt = now;
    const isRepeat = [...this.#typed].every((letter) => letter === key);
    const wanted = (isRepeat ? key : this.#typed).toLocaleLowerCase();
    for (let step = isRepeat ? 1 : 0; step < rows.length + 1; step++) {
      const index = (current + step) % rows.length;
      if (rows[index].name.toLocaleLowerCase().startsWith(wanted)) return { to: index };
    }
    return undefined;
  }
}
