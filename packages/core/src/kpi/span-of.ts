import type { Interval } from '../time/interval.js';

/** From the beginning of the first interval to the end of the last; from 0 to 0 without any. */
export function spanOf(intervals: readonly Interval[]): Interval {
  return { from: intervals[0]?.from ?? 0, to: intervals.at(-1)?.to ?? 0 };
}
