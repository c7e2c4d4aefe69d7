import type { Interval } from '../time/interval.js';

/** From the begin of the first to the end of the last of some intervals in time order; without a length of none. */
export function wholeOf(intervals: readonly Interval[]): Interval {
  return { from: intervals[0]?.from ?? 0, to: intervals.at(-1)?.to ?? 0 };
}
