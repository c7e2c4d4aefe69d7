import { type BoardLayout, cellBeside } from './board-layout.js';

/** How long letters belong to one word, in milliseconds. */
const wordPause = 800;

/** Finds where a key leads on a board. Letters that come soon after each other make the beginning of a name. */
export class BoardKeys {
  #typed = '';
  #typedAt = -Infinity;

  /** The cell that a key leads to; `undefined` for keys that lead nowhere. */
  next(
    { key, timeStamp }: KeyboardEvent,
    from: number,
    layout: BoardLayout,
    names: readonly string[],
    isMirrored: boolean,
  ): number | undefined {
    const last = names.length - 1;
    const forward = isMirrored ? -1 : 1;
    switch (key) {
      case 'ArrowRight':
        return Math.min(Math.max(from + forward, 0), last);
      case 'ArrowLeft':
        return Math.min(Math.max(from - forward, 0), last);
      case 'ArrowUp':
        return orSame(cellBeside(layout, from, -1), from);
      case 'ArrowDown':
        return orSame(cellBeside(layout, from, 1), from);
      case 'Home':
        return 0;
      case 'End':
        return last;
      default:
        return key.length === 1 && key !== ' ' ? this.#named(key, timeStamp, from, names) : undefined;
    }
  }

  #named(key: string, time: number, from: number, names: readonly string[]): number | undefined {
    const isNew = time - this.#typedAt > wordPause;
    this.#typed = (isNew ? '' : this.#typed) + key.toLowerCase();
    this.#typedAt = time;
    // A first letter leads on to the next name; more letters stay as long as they fit.
    const begin = isNew ? from + 1 : from;
    for (let step = 0; step < names.length; step++) {
      const index = (begin + step) % names.length;
      if (names[index].toLowerCase().startsWith(this.#typed)) return index;
    }
    return undefined;
  }
}

function orSame(index: number, from: number): number {
  return index < 0 ? from : index;
}
