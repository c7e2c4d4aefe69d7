import { stateCode } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { checkAmounts } from '../share.js';
import { sumOf } from '../sum-of.js';
import { stateTimes } from '../time-model/state-times.js';
import { total } from '../total.js';
import { defaultFailed, type FailureOptions, failures } from './failures.js';

/** What the reliability of one machine, or of several together, is made of. All times in one unit. */
export interface ReliabilityInput {
  /** All the time asked about, e.g. planned busy time. */
  readonly time: number;
  /** The part of it without a trustworthy state. */
  readonly unknownTime: number;
  /** In which it produced or was set up: the times between failures added up (Σ TBF). */
  readonly operatingTime: number;
  /** In which it was able to produce, waiting included: the times to failure added up (Σ TTF). */
  readonly upTime: number;
  /** In which it was failed. */
  readonly failedTime: number;
  /** Failures that began (FE). */
  readonly failureCount: number;
  /** Failures that began and ended. */
  readonly restoredCount: number;
  /** The time of those: the times to restore added up (Σ TTR). */
  readonly restoreTime: number;
  /** Failures that had begun before. */
  readonly carriedCount: number;
  /** Most failures that the unknown time can hide, if each stretch of it hides at most one. */
  readonly hiddenCount: number;
}

/** What sums are divided by: failures (as most tools do), or failures + 1 (as ISO 22400 is said to). */
export type FailureDenominator = 'events' | 'events+1';

/**
 * Takes what reliability is made of from the states of one machine.
 *
 * @param intervals - in time order, not overlapping, already cut off at the present; e.g. the planned busy time
 * @throws {RangeError} if the intervals are not in time order or overlap
 */
export function reliabilityInput(
  states: StateSeries | undefined,
  intervals: readonly Interval[],
  options: FailureOptions = {},
): ReliabilityInput {
  const { failures: list, hidden: hiddenCount } = failures(states, intervals, options);
  const times = stateTimes(states, intervals, undefined, options.knownUntil);
  let failedTime = 0;
  for (const state of options.failed ?? defaultFailed) {
    failedTime += times[stateCode[state]];
    times[stateCode[state]] = 0;
  }
  const operatingTime = times[stateCode.running] + times[stateCode.setup];
  const begun = list.filter(({ begins }) => begins);
  const restored = begun.filter(({ ends }) => ends);
  return {
    time: totalDuration(intervals),
    unknownTime: times[stateCode.unknown],
    operatingTime,
    upTime: operatingTime + times[stateCode.idle] + times[stateCode.starved] + times[stateCode.blocked],
    failedTime,
    failureCount: begun.length,
    restoredCount: restored.length,
    restoreTime: total(restored.map(({ time }) => time)),
    carriedCount: list.length - begun.length,
    hiddenCount,
  };
}

/** Adds what several machines are made of, so that their figures are made of sums. */
export function sumOfReliabilityInputs(inputs: readonly ReliabilityInput[]): ReliabilityInput {
  return sumOf(inputs, reliabilityInput(undefined, []));
}

/** Time up ÷ failures, with bounds. Without a failure no value, but the time seen is the least it can be. */
export function timeUntilFailure(
  input: ReliabilityInput,
  time: number,
  denominator: FailureDenominator | undefined,
): Kpi<ReliabilityInput> {
  const extra = denominator === 'events+1' ? 1 : 0;
  const { failureCount, hiddenCount, unknownTime } = input;
  const events = failureCount + extra;
  const bounds = {
    low: time / Math.max(1, events + hiddenCount),
    high: events > 0 ? (time + unknownTime) / events : Infinity,
  };
  return meanTime(input, ratio(time, events), bounds);
}

/** A mean time with the coverage of its input. Without any time asked about there are no bounds. */
export function meanTime(
  input: ReliabilityInput,
  value: number | undefined,
  bounds: Bounds | undefined,
): Kpi<ReliabilityInput> {
  checkAmounts(input);
  const { time, unknownTime } = input;
  return {
    value,
    bounds: time > 0 ? bounds : undefined,
    coverage: ratio(time - unknownTime, time),
    inputs: input,
    warnings: [],
  };
}
