import type { SceneAisle, SceneFloor } from '../../three/layout.js';

/** A line painted on the floor: its middle in metres, and radians counter-clockwise. */
export interface PaintedLine {
  readonly role: 'safety' | 'line';
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly thickness: number;
  readonly angle: number;
}

/** A dash of the line in the middle and what follows it, in metres. */
const [dash, dashPitch] = [1, 2.4];

/** The lines of all aisles: a yellow one along each edge, open where aisles meet, and dashes in the middle. */
export function aisleLines({ aisles }: Pick<SceneFloor, 'aisles'>): PaintedLine[] {
  const pieces = aisles.flatMap(piecesOf);
  const lines: PaintedLine[] = [];
  for (const piece of pieces) {
    const { x, y, length, width, c, s, angle, turnBefore, turnAfter } = piece;
    const others = pieces.filter(({ aisle }) => aisle !== piece.aisle);
    const add = (role: PaintedLine['role'], from: number, to: number, aside: number, thickness: number) => {
      const middle = (from + to) / 2;
      const [px, py] = [x + c * middle - s * aside, y + s * middle + c * aside];
      lines.push({ role, x: px, y: py, length: to - from, thickness, angle });
    };
    for (const aside of [width / 2 - 0.15, 0.15 - width / 2]) {
      // At a bend the outer edge is longer and the inner one shorter, so that they meet those of the next piece.
      const [start, end] = [aside * Math.tan(turnBefore / 2), length - aside * Math.tan(turnAfter / 2)];
      const crossings = others.flatMap((other) => crossing(piece, aside, other));
      for (const [from, to] of without(end, crossings, start)) add('safety', from, to, aside, 0.1);
    }
    const crossings = others.flatMap((other) => crossing(piece, 0, other));
    const dashes = Math.floor(length / dashPitch);
    for (let i = 0; i < dashes; i++) {
      const middle = length / 2 + (i - (dashes - 1) / 2) * dashPitch;
      if (crossings.some(([from, to]) => middle > from && middle < to)) continue;
      add('line', middle - dash / 2, middle + dash / 2, 0, 0.09);
    }
  }
  return lines;
}

/** What is left of a length, from 0 or another start on, outside of some stretches. */
export function without(length: number, stretches: readonly (readonly number[])[], start = 0): number[][] {
  const left: number[][] = [];
  let from = start;
  for (const [begin, end] of [...stretches].sort(([a], [b]) => a - b)) {
    if (begin > from) left.push([from, Math.min(begin, length)]);
    from = Math.max(from, end);
    if (from >= length) return left;
  }
  left.push([from, length]);
  return left;
}

/** A straight piece of an aisle: where it begins, where it goes, and how far it reaches beyond its ends at bends. */
interface Piece {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly width: number;
  readonly angle: number;
  readonly c: number;
  readonly s: number;
  readonly before: number;
  readonly after: number;
  /** Radians by which the aisle turns to the left where the piece begins and ends. */
  readonly turnBefore: number;
  readonly turnAfter: number;
  readonly aisle: SceneAisle;
}

function piecesOf(aisle: SceneAisle): Piece[] {
  const { points, width } = aisle;
  const angles = points.slice(1).map(([x, y], i) => Math.atan2(y - points[i][1], x - points[i][0]));
  // Between -π and π, whatever the two angles are.
  const turn = (i: number) =>
    i < 1 || i >= angles.length
      ? 0
      : Math.atan2(Math.sin(angles[i] - angles[i - 1]), Math.cos(angles[i] - angles[i - 1]));
  return angles.map((angle, i) => {
    const [[x, y], [x1, y1]] = [points[i], points[i + 1]];
    const [before, after] = [i > 0 ? width / 2 : 0, i < angles.length - 1 ? width / 2 : 0];
    const [turnBefore, turnAfter] = [turn(i), turn(i + 1)];
    const length = Math.hypot(x1 - x, y1 - y);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return { x, y, length, width, angle, c, s, before, after, turnBefore, turnAfter, aisle };
  });
}

/** Where a line beside the middle of a piece runs through another one: a stretch of its length, or none. */
function crossing(piece: Piece, aside: number, other: Piece): number[][] {
  const [dx, dy] = [piece.x - piece.s * aside - other.x, piece.y + piece.c * aside - other.y];
  // Where the line begins and where it goes, seen from the other piece.
  const [u, v] = [dx * other.c + dy * other.s, dy * other.c - dx * other.s];
  const [du, dv] = [piece.c * other.c + piece.s * other.s, piece.s * other.c - piece.c * other.s];
  const half = other.width / 2 - 0.05;
  const along = inside(u, du, -other.before, other.length + other.after);
  const across = inside(v, dv, -half, half);
  const [from, to] = [Math.max(along[0], across[0]), Math.min(along[1], across[1])];
  return to - from > 0.01 ? [[from, to]] : [];
}

/** For which t `from + t · step` is between two numbers. */
function inside(from: number, step: number, low: number, high: number): [number, number] {
  if (Math.abs(step) < 1e-6) return from > low && from < high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - from) / step, (high - from) / step];
  return a < b ? [a, b] : [b, a];
}
