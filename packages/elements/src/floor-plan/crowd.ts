/** Side of a cell in px. */
const cell = 48;

/** A rectangle in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Knows what is taken on a picture, so that words and pins keep clear of each other, for thousands of them. */
export class Crowd {
  readonly #cells = new Map<number, Box[]>();

  /** Whether nothing is there, but what is told to be no hindrance. */
  isFree(box: Box, except?: Box): boolean {
    for (const key of keysOf(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (
          other !== except &&
          box.x < other.x + other.width &&
          other.x < box.x + box.width &&
          box.y < other.y + other.height &&
          other.y < box.y + box.height
        )
          return false;
      }
    }
    return true;
  }

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const boxes = this.#cells.get(key);
      if (boxes) boxes.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  /** Takes a place if it is free; returns whether it was. */
  take(box: Box, except?: Box): boolean {
    const isFree = this.isFree(box, except);
    if (isFree) this.add(box);
    return isFree;
  }
}

function* keysOf({ x, y, width, height }: Box): Generator<number> {
  for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column++) {
    for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row++) {
      yield column * 4096 + row;
    }
  }
}
