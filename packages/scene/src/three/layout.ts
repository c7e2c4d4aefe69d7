import type { ModelName } from '../models/models.js';

/** A rectangle on a floor, in metres from its left edge and from its edge next to the viewer. */
export interface SceneZone {
  /** What is written on it. Default: nothing. */
  readonly name?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

/** A way across a floor. */
export interface SceneAisle {
  /** Its middle, in metres: `[[x, y], [x, y] …]`. */
  readonly points: readonly (readonly number[])[];
  /** Metres. */
  readonly width: number;
}

/** A floor. Several stand side by side on one table. */
export interface SceneFloor {
  /** What is written on its edge. Default: nothing. */
  readonly name?: string;
  /** Where its left edge is on the site, in metres to the right. Default 0. */
  readonly x?: number;
  /** Where its edge next to the viewer is on the site, in metres away from the viewer. Default 0. */
  readonly y?: number;
  readonly width: number;
  readonly depth: number;
  readonly zones: readonly SceneZone[];
  readonly aisles: readonly SceneAisle[];
}

/** A machine, or a thing that stands around. Metres on its floor, degrees counter-clockwise seen from above. */
export interface SceneMachine {
  /** What is written on the floor in front of it. Default: nothing. */
  readonly name?: string;
  /** Its model. */
  readonly type: ModelName;
  /** The position of its floor in the layout. Default 0. */
  readonly floor?: number;
  /** The middle of its foot, to the right. */
  readonly x: number;
  /** The middle of its foot, away from the viewer. */
  readonly y: number;
  /** Default 0: the operator stands next to the viewer. */
  readonly rotation?: number;
  /** Along its own x axis. Default: as its model; likewise the others. */
  readonly width?: number;
  readonly depth?: number;
  readonly height?: number;
  /** Whether it has no state, as a pallet. Default false. */
  readonly stateless?: boolean;
}

/** All that stands in a scene. The position of a machine in its list is its index everywhere. */
export interface SceneLayout {
  readonly floors: readonly SceneFloor[];
  readonly machines: readonly SceneMachine[];
}

/** Metres between floors that stand side by side. */
const gap = 6;

/**
 * Puts floors without a place on the site side by side, in a row from left to right; a site wider than four times its
 * depth goes on in a row behind it. Floors that have a place keep it.
 */
export function sideBySide(floors: readonly SceneFloor[]): SceneFloor[] {
  const area = floors.reduce((sum, { width, depth }) => sum + width * depth, 0);
  const widest = Math.max(0, ...floors.map(({ width }) => width), Math.sqrt(area * 4));
  let [x, y, rowDepth] = [0, 0, 0];
  return floors.map((floor) => {
    if (floor.x !== undefined || floor.y !== undefined) return floor;
    if (x > 0 && x + floor.width > widest) [x, y, rowDepth] = [0, y + rowDepth + gap, 0];
    const placed = { ...floor, x, y };
    x += floor.width + gap;
    rowDepth = Math.max(rowDepth, floor.depth);
    return placed;
  });
}

/** The ground that a site takes: metres to the right and away from the viewer. */
export interface SiteBounds {
  readonly left: number;
  readonly right: number;
  readonly near: number;
  readonly far: number;
}

/** The rectangle around all floors. A site without a floor is a metre wide. */
export function siteBounds(floors: readonly SceneFloor[]): SiteBounds {
  if (floors.length === 0) return { left: 0, right: 1, near: 0, far: 1 };
  const [xs, ys] = [floors.map(({ x = 0 }) => x), floors.map(({ y = 0 }) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...floors.map(({ width }, i) => xs[i] + width)),
    near: Math.min(...ys),
    far: Math.max(...floors.map(({ depth }, i) => ys[i] + depth)),
  };
}
