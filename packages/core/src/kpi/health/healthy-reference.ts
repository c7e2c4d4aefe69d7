import type { NumberSeries } from '../../series/number-series.js';
import type { Interval } from '../../time/interval.js';
import { forEachReading } from '../observed.js';
import { mean, median, sampleDeviation } from '../statistics/summary.js';

/** What the readings of a healthy period look like (phase I): what detectors compare with, frozen. */
export interface HealthyReference {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation (n − 1). */
  readonly deviation: number;
  readonly median: number;
  /** 1.4826 × median of the distances from the median (MAD): the standard deviation, where the readings are normal. */
  readonly robustDeviation: number;
}

/**
 * The readings observed within some intervals, in time order; those of bad quality are left out. A reading counts
 * where it was observed, not where it still holds.
 *
 * @param intervals - e.g. the time in which the machine ran, see {@link stateIntervals}
 */
export function readingsDuring(readings: NumberSeries, intervals: readonly Interval[]): number[] {
  const found: number[] = [];
  forEachReading(readings, intervals, (reading) => found.push(reading));
  return found;
}

/**
 * Statistics of a healthy period. Take them once and keep them: a reference that follows the readings follows a slow
 * fault too.
 *
 * @returns `undefined` with fewer than two readings
 */
export function healthyReference(readings: readonly number[]): HealthyReference | undefined {
  const deviation = sampleDeviation(readings);
  if (deviation === undefined) return undefined;
  const middle = median(readings) as number;
  const distances = readings.map((reading) => Math.abs(reading - middle));
  return {
    count: readings.length,
    mean: mean(readings) as number,
    deviation,
    median: middle,
    // 1 ÷ the 0.75 quantile of the normal distribution.
    robustDeviation: 1.4826 * (median(distances) as number),
  };
}
