import { finiteValue } from '../allow.js';

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
