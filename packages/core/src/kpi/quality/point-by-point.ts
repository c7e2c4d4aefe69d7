import { finiteValue } from '../allow.js';
import { variablesLimits } from './variables-chart.js';

/**
 * What a chart with memory says after each value: `undefined` at a gap, over which it stays as it was.
 *
 * @throws {RangeError} if a value is not a finite number
 */
export function pointByPoint<Point>(
  values: readonly (number | undefined)[],
  next: (value: number, before: Point | undefined) => Point,
): (Point | undefined)[] {
  let point: Point | undefined;
  return values.map((value) => (value === undefined ? undefined : (point = next(finiteValue(value), point))));
}

/** Where a process is and how much its single values vary; `undefined` without two values in a row. */
export function processLevel(
  values: readonly (number | undefined)[],
  target: number | undefined,
): { center: number; sigma: number } | undefined {
  const limits = variablesLimits('individuals', values);
  return limits && { center: target ?? limits.location.center, sigma: limits.sigma };
}
