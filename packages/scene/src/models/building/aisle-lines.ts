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
    const { x, y, length, width, c, s, angle } = piece;
    const others = pieces.filter((other) => other !== piece);
    const add = (role: PaintedLine['role'], from: number, to: number, aside: number, thickness: number) => {
      const middle = (from + to) / 2;
      const [px, py] = [x + c * middle - s * aside, y + s * middle + c * aside];
      lines.push({ role, x: px, y: py, length: to - from, thickness, angle });
    };
    for (const aside of [width / 2 - 0.15, 0.15 - width / 2]) {
      const crossings = others.flatMap((other) => crossing(piece, aside, other));
      for (const [from, to] of without(length, crossings)) add('safety', from, to, aside, 0.1);
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

/** What is left of 0 … length outside of some stretches. */
export function without(length: number, stretches: readonly (readonly number[])[]): number[][] {
  const left: number[][] = [];
  let from = 0;
  for (const [start, end] of [...stretches].sort(([a], [b]) => a - b)) {
    if (start > from) left.push([from, Math.min(start, length)]);
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
}

function piecesOf({ points, width }: SceneAisle): Piece[] {
  return points.slice(1).map(([x1, y1], i) => {
    const [x, y] = points[i];
    const [length, angle] = [Math.hypot(x1 - x, y1 - y), Math.atan2(y1 - y, x1 - x)];
    const [before, after] = [i > 0 ? width / 2 : 0, i < points.length - 2 ? width / 2 : 0];
    return { x, y, length, width, angle, c: Math.cos(angle), s: Math.sin(angle), before, after };
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
  const [from, to] = [Math.max(0, along[0], across[0]), Math.min(piece.length, along[1], across[1])];
  return to - from > 0.01 ? [[from, to]] : [];
}

/** For which t `from + t · step` is between two numbers. */
function inside(from: number, step: number, low: number, high: number): [number, number] {
  if (Math.abs(step) < 1e-6) return from > low && from < high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - from) / step, (high - from) / step];
  return a < b ? [a, b] : [b, a];
}
