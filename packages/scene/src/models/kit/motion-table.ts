import type { Vector3 } from 'three';
import type { Triple } from './mesh-builder.js';

/** How far a part is along its way at each moment of its cycle; the position in this list is the number in the shader. */
export const waves = ['spin', 'swing', 'press', 'shuttle', 'flow'] as const;

/**
 * The shape of a movement: `spin` turns on and on, `swing` goes to and fro like a pendulum, `press` waits, falls and
 * rises, `shuttle` goes, stays and comes back, `flow` travels one pitch and begins again.
 */
export type Wave = (typeof waves)[number];

/** How a part of a running machine moves. Either `turn` or `slide` is given. */
export interface Motion {
  /** The axis it turns about. */
  readonly turn?: Triple;
  /** The axis it slides along. */
  readonly slide?: Triple;
  /** A point of the axis of a turn. Default: the origin. */
  readonly pivot?: Triple;
  /** Radians of a turn, metres of a slide, turns in a cycle for `spin`. Default 1. */
  readonly amount?: number;
  /** Cycles in a second: a multiple of 1/60, for the clock of the shader begins anew each minute. Default 0.5. */
  readonly rate?: number;
  /** Default `swing`. */
  readonly wave?: Wave;
  /** Where in the cycle it begins, 0 to 1. Default 0. */
  readonly offset?: number;
}

/** Floats in a row: three texels. */
export const motionStride = 12;

/**
 * The movements of all parts of one scene, a row each; a vertex names its row. Row 0 means that nothing moves. A scene
 * has a table of its own, so that it goes with the scene.
 */
export class MotionTable {
  /** All rows one after the other: pivot, turn 0 or slide 1 | axis, amount | rate, wave, offset, parent row. */
  readonly values: number[];

  /** @param rows - how many rows are left free at the start; the first one always is. Default 1 */
  constructor(rows = 1) {
    this.values = new Array<number>(motionStride * rows).fill(0);
  }

  /** The number of rows, the empty one included. */
  get rows(): number {
    return this.values.length / motionStride;
  }

  /** Adds a row and returns its number. `pivot` and `axis` are in the space of the model. */
  add(motion: Motion, pivot: Vector3, axis: Vector3, parent: number): number {
    const { amount = 1, rate = 0.5, wave = 'swing', offset = 0 } = motion;
    const kind = motion.turn ? 0 : 1;
    this.values.push(pivot.x, pivot.y, pivot.z, kind, axis.x, axis.y, axis.z, amount);
    this.values.push(rate, waves.indexOf(wave), offset, parent);
    return this.rows - 1;
  }

  /** Moves the pivots of the rows from this one on, with the model they belong to. */
  shift(rows: number, x: number, z: number): void {
    for (let at = rows * motionStride; at < this.values.length; at += motionStride) {
      this.values[at] -= x;
      this.values[at + 2] -= z;
    }
  }

  /**
   * Tells flows how their pitch grows with the model, so that goods keep pace with a stretched belt. A flow has no
   * pivot; its first number holds the growth for each metre that an instance is longer.
   *
   * @param half - half the size of the model, in metres
   */
  fitFlows(rows: number, half: Triple): void {
    const { values } = this;
    for (let at = rows * motionStride; at < values.length; at += motionStride) {
      if (values[at + 9] !== waves.indexOf('flow')) continue;
      const axis = [0, 1, 2].findIndex((component) => Math.abs(values[at + 4 + component]) > 0.7);
      values[at] = 0.5 / Math.max(0.1, half[axis] - 0.35);
    }
  }
}
