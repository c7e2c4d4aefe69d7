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

/** Metres: in such pieces the edges are looked at, and cut where another aisle crosses. */
const piece = 0.25;

/** A dash of the line in the middle and what follows it, in metres. */
const [dash, dashPitch] = [1, 2.4];

/** The lines of all aisles: a yellow one along each edge, open where aisles meet, and dashes in the middle. */
export function aisleLines({ aisles }: Pick<SceneFloor, 'aisles'>): PaintedLine[] {
  const lines: PaintedLine[] = [];
  for (const aisle of aisles) {
    const { points, width } = aisle;
    const inside = (x: number, y: number, except: number) =>
      aisles.some((other) => covers(other, x, y, other === aisle ? except : -1));
    for (let i = 1; i < points.length; i++) {
      const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
      const length = Math.hypot(x1 - x0, y1 - y0);
      const angle = Math.atan2(y1 - y0, x1 - x0);
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const point = (along: number, aside: number) =>
        [x0 + c * along - s * aside, y0 + s * along + c * aside] as const;
      const add = (role: PaintedLine['role'], from: number, to: number, aside: number, thickness: number) => {
        const [x, y] = point((from + to) / 2, aside);
        lines.push({ role, x, y, length: to - from, thickness, angle });
      };
      for (const aside of [width / 2 - 0.15, 0.15 - width / 2]) {
        for (const [from, to] of runs(length, (along) => !inside(...point(along, aside), i)))
          add('safety', from, to, aside, 0.1);
      }
      const dashes = Math.floor(length / dashPitch);
      for (let d = 0; d < dashes; d++) {
        const middle = length / 2 + (d - (dashes - 1) / 2) * dashPitch;
        if (!inside(...point(middle, 0), i)) add('line', middle - dash / 2, middle + dash / 2, 0, 0.09);
      }
    }
  }
  return lines;
}

/** Whether an aisle covers a point; `except` is the piece that does not count. */
function covers({ points, width }: SceneAisle, x: number, y: number, except: number): boolean {
  for (let i = 1; i < points.length; i++) {
    if (i === except) continue;
    const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const [c, s] = [(x1 - x0) / length, (y1 - y0) / length];
    const along = (x - x0) * c + (y - y0) * s;
    const aside = Math.abs((y - y0) * c - (x - x0) * s);
    const bend = width / 2;
    if (
      aside < bend - 0.05 &&
      along > (i > 1 ? -bend : 0) &&
      along < length + (i < points.length - 1 ? bend : 0)
    )
      return true;
  }
  return false;
}

/** The stretches of 0 … length where something holds. */
function runs(length: number, holds: (along: number) => boolean): number[][] {
  const found: number[][] = [];
  const pieces = Math.max(1, Math.round(length / piece));
  for (let i = 0; i < pieces; i++) {
    const [from, to] = [(i / pieces) * length, ((i + 1) / pieces) * length];
    if (!holds((from + to) / 2)) continue;
    const last = found[found.length - 1];
    if (last && Math.abs(last[1] - from) < 1e-6) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}
