/** Side of a cell in px from which the glyph has room; below it the form of the state's bar says it. */
export const leastGlyph = 16;
/** Width of a cell in px from which it has its name. */
export const leastNamed = 88;

/** Size of the mark of an alarm in a cell, in px; 0 where it has no room. */
export function markSize(width: number, height: number): number {
  return width < 30 || height < 16 ? 0 : Math.min(20, Math.max(12, Math.round(height * 0.45)));
}

/** Size of the glyph in a cell, in px. */
export function glyphSize(width: number, height: number): number {
  return Math.max(12, Math.round(width >= leastNamed ? height * 0.42 : Math.min(width, height) * 0.62));
}

/** Size of the letters of a name in a cell of this height, in px. */
export function nameSize(height: number): number {
  return height > 60 ? 26 : height > 50 ? 18 : height > 38 ? 13 : 12;
}

/** Where the name begins in a cell: behind the glyph. */
export function nameStart(width: number, height: number): number {
  return height / 2 + glyphSize(width, height) / 2 + 6;
}

/**
 * Whether a name has room in a cell, or the cell is of a size that has none.
 *
 * @param widest - of the name at 12 px
 */
export function fitsName(width: number, height: number, widest: number): boolean {
  return width < leastNamed || nameStart(width, height) + (widest * nameSize(height)) / 12 + 6 <= width;
}
