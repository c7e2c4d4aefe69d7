import type { NumberSeries } from '../series/number-series.js';
import { intersection, type Interval } from '../time/interval.js';
import { allow } from '../kpi/allow.js';

/** Means of readings over parts of a time, ready for a trend. */
export interface PartMeans {
  /** The middle of each part, milliseconds since the epoch. */
  readonly times: readonly number[];
  readonly means: readonly number[];
}

/**
 * Means of readings over equal parts of a time, each value weighted by how long it held: a trend over half a million
 * readings then takes fifty points, and points that depend less on their neighbours than readings do.
 *
 * @param intervals - what counts, in time order, not overlapping; parts without a known value there are left out
 * @param count - parts from the begin of the first interval to the end of the last
 * @throws {RangeError} if the count is not a whole number above 0
 */
export function meanPerPart(
  readings: NumberSeries | undefined,
  intervals: readonly Interval[],
  count: number,
): PartMeans {
  allow(Number.isInteger(count) && count > 0, 'count', count, 'a whole number above 0');
  const times: number[] = [];
  const means: number[] = [];
  if (!readings || intervals.length === 0) return { times, means };
  const begin = intervals[0].from;
  const length = (intervals[intervals.length - 1].to - begin) / count;
  let first = 0;
  for (let part = 0; part < count; part++) {
    const whole = { from: begin + part * length, to: begin + (part + 1) * length };
    while (first < intervals.length && intervals[first].to <= whole.from) first++;
    let sum = 0;
    let time = 0;
    for (let index = first; index < intervals.length && intervals[index].from < whole.to; index++) {
      const common = intersection(intervals[index], whole);
      if (!common) continue;
      sum += readings.integral(common) ?? 0;
      time += readings.covered(common);
    }
    if (time === 0) continue;
    times.push((whole.from + whole.to) / 2);
    means.push(sum / time);
  }
  return { times, means };
}
