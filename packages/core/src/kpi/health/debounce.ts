import { allow } from '../allow.js';

/** When a level counts: at least `points` of the last `of` readings have reached it. */
export interface Debounce {
  /** 1 to `of`. */
  readonly points: number;
  readonly of: number;
}

/**
 * Lets a level through once enough of the last readings reached it, and back once too few do: the n-th highest level of
 * a window. Until `points` readings have come it gives the lowest of them.
 *
 * @param debounce - default: each level counts at once
 * @returns takes the level of the next reading and gives the level that counts now
 * @throws {RangeError} if the numbers are not whole, or not 1 ≤ points ≤ of
 */
export function debouncer({ points, of }: Debounce = { points: 1, of: 1 }): (level: number) => number {
  const isSound = Number.isInteger(points) && Number.isInteger(of) && points >= 1 && of >= points;
  allow(isSound, 'debounce', `${points} of ${of}`, 'whole numbers, 1 ≤ points ≤ of');
  const window: number[] = [];
  return (level) => {
    if (window.push(level) > of) window.shift();
    return [...window].sort((a, b) => b - a)[Math.min(points, window.length) - 1];
  };
}
