import { stateCode, stateCount } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { Interval } from '../../time/interval.js';

/** Times per state of one equipment or several, in milliseconds, by state code. They add up to the time asked about. */
export type StateTimes = Float64Array;

/**
 * Adds up the time per state over some intervals. Time without data counts as `unknown`.
 *
 * @param states - `undefined`: nothing was ever observed
 * @param intervals - in any order, not overlapping
 * @param target - gets the times added, width `stateCount`; default: new, all 0
 * @param knownUntil - milliseconds since the epoch; later time counts as `unknown`. Default: no limit
 */
export function stateTimes(
  states: StateSeries | undefined,
  intervals: readonly Interval[],
  target: StateTimes = new Float64Array(stateCount),
  knownUntil = Infinity,
): StateTimes {
  for (const { from, to } of intervals) {
    const until = states ? Math.max(from, Math.min(to, knownUntil)) : from;
    target[stateCode.unknown] += to - until;
    if (!states || until === from) continue;
    states.timePerState({ from, to: until }, scratch);
    for (let code = 0; code < stateCount; code++) target[code] += scratch[code];
  }
  return target;
}

const scratch = new Float64Array(stateCount);
