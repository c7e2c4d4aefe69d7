/** A rectangle to be put somewhere, in metres. */
export interface Box {
  readonly width: number;
  readonly depth: number;
}

/** Where the corner of a box next to the viewer came to lie, on the left. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Boxes in rows from left to right, the rows one behind the other. */
export interface Shelves {
  /** By position of the box. */
  readonly corners: readonly Corner[];
  /** Where each row begins and ends, away from the viewer. */
  readonly rows: readonly { readonly from: number; readonly to: number }[];
  readonly width: number;
  readonly depth: number;
}

/**
 * Puts boxes beside each other in their order, and begins a new row where one would end beyond `most`. A box that is
 * wider than that has a row of its own.
 *
 * @param most - metres that a row may be wide
 * @param beside - metres between two boxes of a row
 * @param behind - metres between two rows
 */
export function shelves(boxes: readonly Box[], most: number, beside: number, behind: number): Shelves {
  const corners: Corner[] = [];
  const rows: { from: number; to: number }[] = [];
  let [x, widest] = [0, 0];
  for (const { width, depth } of boxes) {
    const last = rows.at(-1);
    if (!last || x + width > most) {
      const from = last ? last.to + behind : 0;
      rows.push({ from, to: from });
      x = 0;
    }
    const row = rows[rows.length - 1];
    corners.push({ x, y: row.from });
    row.to = Math.max(row.to, row.from + depth);
    widest = Math.max(widest, x + width);
    x += width + beside;
  }
  return { corners, rows, width: widest, depth: rows.at(-1)?.to ?? 0 };
}
