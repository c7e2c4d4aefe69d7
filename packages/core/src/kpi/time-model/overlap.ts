import { allow } from '../allow.js';
import { checkInterval, type Interval } from '../../time/interval.js';

/**
 * What two lists of intervals have in common, in time order.
 *
 * @param a - in time order, not overlapping, as `b`
 */
export function overlap(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const from = Math.max(a[i].from, b[j].from);
    const to = Math.min(a[i].to, b[j].to);
    if (from < to) common.push({ from, to });
    if (a[i].to < b[j].to) i++;
    else j++;
  }
  return common;
}

/** @throws {RangeError} if an interval is not valid, or they are not in time order or overlap */
export function checkIntervals(intervals: readonly Interval[]): void {
  intervals.forEach((interval, index) => {
    checkInterval(interval);
    const holds = index === 0 || interval.from >= intervals[index - 1].to;
    allow(holds, 'interval', `begins at ${interval.from}`, 'after the one before');
  });
}
