import { fitsName } from './board-cell-size.js';

/** Machines that stand together on a board, next to each other in its order. */
export interface BoardGroup {
  /** Empty: without a heading. */
  readonly name: string;
  readonly first: number;
  readonly count: number;
  /** Width of the heading in px. */
  readonly nameWidth: number;
}

/** A heading at the left end of its baseline, in px. */
export interface BoardHeading {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where everything on a board stands, in px. */
export interface BoardLayout {
  /** Size of each cell, the gap to the next one included. */
  readonly width: number;
  readonly height: number;
  /** Left and top of each cell. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly headings: readonly BoardHeading[];
  /** Of the whole board; more than there is room for where even the smallest cells do not fit. */
  readonly total: number;
}

/** From the largest: with name and glyph, with glyph, with the form of the state only. */
const sizes: readonly (readonly [number, number])[] = [
  [220, 72],
  [168, 56],
  [168, 40],
  [132, 40],
  [104, 36],
  [88, 32],
  [56, 28],
  [40, 24],
  [28, 24],
  [22, 20],
  [17, 17],
  [14, 14],
  [12, 12],
  [10, 10],
];
/** How many times wider than high the groups are tried to be, one after the other. */
const aspects = [12, 8, 5, 3, 2, 1];
const headingHeight = 20;
const between = 16;
const shelfGap = 8;

/**
 * Puts groups side by side on shelves, with the largest cells with which all of them fit into the room.
 *
 * @param widestName - of the machines, in px at 12 px; cells with names have room for each of them
 * @param isMirrored - whether the board runs from right to left
 */
export function layoutBoard(
  groups: readonly BoardGroup[],
  width: number,
  height: number,
  widestName = 0,
  isMirrored = false,
): BoardLayout {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const [across, down, aspect] = chosenSize(groups, width, height, widestName);
  const x = new Int32Array(count);
  const y = new Int32Array(count);
  const headings: BoardHeading[] = [];
  const total = placed(groups, width, across, down, aspect, (group, columns, left, top) => {
    const head = headOf(group);
    if (head > 0) {
      const { name, nameWidth } = group;
      const start = isMirrored ? width - left - nameWidth : left;
      headings.push({ text: name, x: start, y: top + 14, width: nameWidth });
    }
    for (let index = 0; index < group.count; index++) {
      const column = left + (index % columns) * across;
      x[group.first + index] = isMirrored ? width - column - across : column;
      y[group.first + index] = top + head + Math.floor(index / columns) * down;
    }
  });
  return { width: across, height: down, x, y, headings, total };
}

/** The largest cells that fit, in groups of the same shape; the smallest where none do. */
function chosenSize(
  groups: readonly BoardGroup[],
  width: number,
  height: number,
  widestName: number,
): readonly [across: number, down: number, aspect: number] {
  for (const [across, down] of sizes) {
    if (across > width || !fitsName(across, down, widestName)) continue;
    const aspect = aspects.find((one) => placed(groups, width, across, down, one) <= height);
    if (aspect !== undefined) return [across, down, aspect];
  }
  const [across, down] = sizes[sizes.length - 1];
  // Scrolled through, groups are read best when they are wide.
  return [across, down, aspects[1]];
}

/** Goes over the groups with their places; returns the height that they need. */
function placed(
  groups: readonly BoardGroup[],
  width: number,
  across: number,
  down: number,
  aspect: number,
  visit?: (group: BoardGroup, columns: number, left: number, top: number) => void,
): number {
  const most = Math.max(1, Math.floor(width / across));
  let left = 0;
  let top = 0;
  let shelf = 0;
  for (const group of groups) {
    const wished = Math.ceil(Math.sqrt((group.count * aspect * down) / across));
    const named = Math.floor(group.nameWidth / across);
    const columns =
      groups.length === 1 ? most : Math.max(1, Math.min(Math.max(wished, named), group.count, most));
    const room = Math.max(columns * across, group.nameWidth);
    if (left > 0 && left + room > width) {
      top += shelf + shelfGap;
      left = shelf = 0;
    }
    visit?.(group, columns, left, top);
    shelf = Math.max(shelf, headOf(group) + Math.ceil(group.count / columns) * down);
    left += room + between;
  }
  return top + shelf;
}

function headOf({ name }: BoardGroup): number {
  return name === '' ? 0 : headingHeight;
}

/** The cell at a place; -1 where there is none. */
export function cellAt({ x, y, width, height }: BoardLayout, left: number, top: number): number {
  for (let index = 0; index < x.length; index++) {
    if (left >= x[index] && left < x[index] + width && top >= y[index] && top < y[index] + height)
      return index;
  }
  return -1;
}

/** The cell above (-1) or below (1) one: the nearest in its column, else the nearest of all; -1 where there is none. */
export function cellBeside({ x, y, width }: BoardLayout, from: number, direction: -1 | 1): number {
  let best = -1;
  let bestDistance = Infinity;
  for (let index = 0; index < x.length; index++) {
    const down = (y[index] - y[from]) * direction;
    if (down <= 0) continue;
    const aside = Math.abs(x[index] - x[from]);
    // What is not in the column counts as far away, the further the more.
    const distance = down + (aside < width ? aside / width : 10_000 + aside);
    if (distance < bestDistance) [best, bestDistance] = [index, distance];
  }
  return best;
}
