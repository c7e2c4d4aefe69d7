import type { Interval } from '../../time/interval.js';

/** Planned time that a present rate is taken from, and the least of it that says anything. */
const rateTime = 3_600_000;
const leastRateTime = rateTime / 6;

/**
 * The last hour of some times: since when, and how many milliseconds of them that are; `undefined` if it is less than
 * ten minutes.
 *
 * @param times - in time order, not overlapping
 */
export function recentTime(times: readonly Interval[]): { from: number; time: number } | undefined {
  let [from, time] = [0, 0];
  for (const one of [...times].reverse()) {
    from = Math.max(one.from, one.to - (rateTime - time));
    time += one.to - from;
    if (time >= rateTime) break;
  }
  return time < leastRateTime ? undefined : { from, time };
}
