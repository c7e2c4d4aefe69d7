import type { Kit, Model } from '../kit/kit.js';
import { aisleLines, without } from './aisle-lines.js';
import type { SceneFloor } from '../../three/layout.js';

/** Metres: how high walls are cut, how thick they are, how thick the slab is and how far it reaches beyond the floor. */
const [knee, thick, slab, overhang] = [1.05, 0.32, 0.8, 0.6];

/** About how far apart the columns of a wall are. */
const columnPitch = 11;

/**
 * The building around machines as one model: slabs, zones, aisles, walls of knee height with dark cut faces. The kit puts the
 * middle of a model at the origin, and so the middle of the site.
 */
export function building(floors: readonly SceneFloor[]): Model {
  return (kit) => {
    for (const floor of floors) floorOf(kit, floor);
  };
}

function floorOf(kit: Kit, floor: SceneFloor): void {
  const { width, depth, zones, aisles } = floor;
  // From here on x runs to the right and y away from the viewer, as in the file.
  kit.at(floor.x ?? 0, 0, -(floor.y ?? 0), 0, () => {
    kit.box('floor', width + overhang * 2, slab, depth + overhang * 2, width / 2, -slab, -depth / 2, {
      bevel: 0.08,
      open: true,
    });
    for (const zone of zones) {
      const [x, z] = [zone.x + zone.width / 2, -zone.y - zone.depth / 2];
      kit.plate('zone', zone.width, zone.depth, x, 0.004, z);
      frame(kit, zone.width, zone.depth, x, z);
    }
    for (const { points, width: across } of aisles) {
      for (let i = 1; i < points.length; i++) aislePiece(kit, points, i, across);
    }
    for (const { role, x, y, length, thickness, angle } of aisleLines(floor))
      kit.at(x, 0.03, -y, angle, () => kit.plate(role, length, thickness, 0, 0, 0));
    walls(kit, floor);
  });
}

/** The four lines around a zone. */
function frame(kit: Kit, width: number, depth: number, x: number, z: number): void {
  const line = 0.14;
  kit.bothSides((side) => {
    kit.plate('line', width, line, x, 0.012, z + (side * (depth - line)) / 2);
    kit.plate('line', line, depth - 2 * line, x + (side * (width - line)) / 2, 0.012, z);
  });
}

/** A straight piece of an aisle; it reaches half a width beyond a bend, so that corners are filled. */
function aislePiece(kit: Kit, points: readonly (readonly number[])[], i: number, width: number): void {
  const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [before, after] = [i > 1 ? width / 2 : 0, i < points.length - 1 ? width / 2 : 0];
  const angle = Math.atan2(y1 - y0, x1 - x0);
  kit.at(x0, 0.02, -y0, angle, () =>
    kit.plate('aisle', length + before + after, width, (length + after - before) / 2, 0, 0),
  );
}

/** Walls of knee height on all sides, open where an aisle leaves the floor, with stubs of columns. */
function walls(kit: Kit, { width, depth, aisles }: SceneFloor): void {
  const ends = aisles.flatMap(({ points, width: across }) =>
    [points[0], points[points.length - 1]].map(([x, y]) => ({ x, y, across })),
  );
  const sides = [
    {
      length: width,
      x: 0,
      y: 0,
      angle: 0,
      doors: ends.filter(({ y, across }) => y < across / 2).map(door('x')),
    },
    {
      length: width,
      x: 0,
      y: depth,
      angle: 0,
      doors: ends.filter(({ y, across }) => y > depth - across / 2).map(door('x')),
    },
    {
      length: depth,
      x: 0,
      y: 0,
      angle: Math.PI / 2,
      doors: ends.filter(({ x, across }) => x < across / 2).map(door('y')),
    },
    {
      length: depth,
      x: width,
      y: 0,
      angle: Math.PI / 2,
      doors: ends.filter(({ x, across }) => x > width - across / 2).map(door('y')),
    },
  ];
  for (const { length, x, y, angle, doors } of sides) {
    kit.at(x, 0, -y, angle, () => {
      const stubs = Math.max(1, Math.round(length / columnPitch));
      for (let i = 0; i <= stubs; i++) {
        const at = (i / stubs) * length;
        if (!doors.some(([from, to]) => at > from - 0.3 && at < to + 0.3))
          wallPiece(kit, at - 0.25, at + 0.25, 0.5);
      }
      for (const [from, to] of without(length, doors)) wallPiece(kit, from, to, thick);
    });
  }
}

function door(axis: 'x' | 'y') {
  return (end: { x: number; y: number; across: number }): readonly number[] => [
    end[axis] - end.across / 2,
    end[axis] + end.across / 2,
  ];
}

/** A piece of wall along x with its dark cut face. Nothing below 5 cm is bevelled: it would flicker from afar. */
function wallPiece(kit: Kit, from: number, to: number, thickness: number): void {
  const [length, middle] = [to - from, (from + to) / 2];
  kit.box('wall', length, knee, thickness, middle, 0, 0, { bevel: 0.02 });
  kit.box('cut', length - 0.04, 0.05, thickness - 0.04, middle, knee, 0, { bevel: 0, open: true });
}
