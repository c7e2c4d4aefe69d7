import type { EquipmentState } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import { checkIntervals, overlap } from '../time-model/overlap.js';
import { wholeOf } from '../whole-of.js';

/** How failures are taken from states. */
export interface FailureOptions {
  /**
   * The states in which a machine counts as failed. Default: `fault`. With `maintenance`, maintenance inside the
   * intervals counts as unplanned, as it is where the intervals are the planned busy time.
   */
  readonly failed?: readonly EquipmentState[];
  /** Milliseconds since the epoch: what the states say of later time does not count. Default: no limit. */
  readonly knownUntil?: number;
}

/** The states in which a machine counts as failed where nothing else is said. */
export const defaultFailed: readonly EquipmentState[] = ['fault'];

/** A time in which a machine was failed, from its first moment to its last. */
export interface Failure extends Interval {
  /** Milliseconds of it inside the intervals, time without data left out. */
  readonly time: number;
  /** It began in the time asked about. If not, it is no event of it. */
  readonly begins: boolean;
  /** It ended in the time asked about. If not, how long the repair takes is not known. */
  readonly ends: boolean;
}

/** The failures of a machine over some intervals. */
export interface Failures {
  /** In time order; those with time inside the intervals. */
  readonly failures: readonly Failure[];
  /** How many more failure events the time without data can hide, if each stretch of it hides at most one. */
  readonly hidden: number;
}

/**
 * The failures of a machine: runs of failed states. Whatever lies between two intervals is looked at too, so that a
 * failure over a break is one, and so is one that goes on after a time without data.
 *
 * @param intervals - in time order, not overlapping, already cut off at the present; e.g. the planned busy time
 * @throws {RangeError} if the intervals are not in time order or overlap
 */
export function failures(
  states: StateSeries | undefined,
  intervals: readonly Interval[],
  { failed = defaultFailed, knownUntil = Infinity }: FailureOptions = {},
): Failures {
  checkIntervals(intervals);
  const { from, to } = wholeOf(intervals);
  const known = states ? Math.max(from, Math.min(to, knownUntil)) : from;
  const runs: { -readonly [Name in keyof Failure]: Failure[Name] }[] = [];
  let wasFailed = isFailedBefore(states, from, failed);
  let hidden = 0;
  let gap: number | undefined;
  const segments = states?.segments({ from, to: known }) ?? [];
  for (const { state, from, to } of segments) {
    const time = timeInside({ from, to }, intervals);
    if (state === 'unknown') {
      gap = (gap ?? 0) + time;
      continue;
    }
    const isFailed = failed.includes(state);
    if (gap !== undefined) hidden += Number(gap > 0) + Number(isFailed && wasFailed);
    gap = undefined;
    const last = runs.at(-1);
    if (!isFailed) {
      if (last) last.ends = true;
    } else if (wasFailed && last) {
      last.to = to;
      last.time += time;
    } else runs.push({ from, to, time, begins: !wasFailed, ends: false });
    wasFailed = isFailed;
  }
  if ((gap ?? 0) + timeInside({ from: known, to }, intervals) > 0) hidden++;
  return { failures: runs.filter(({ time }) => time > 0), hidden };
}

function timeInside(segment: Interval, intervals: readonly Interval[]): number {
  return totalDuration(overlap([segment], intervals));
}

/** Whether the last state known before a time was a failed one. */
function isFailedBefore(
  states: StateSeries | undefined,
  time: number,
  failed: readonly EquipmentState[],
): boolean {
  if (!states) return false;
  let index = states.indexAt(time);
  while (index >= 0 && (states.timeAt(index) >= time || states.stateAt(index) === 'unknown')) index--;
  return index >= 0 && failed.includes(states.stateAt(index));
}
