import { allow } from '../allow.js';
import type { Kpi } from '../kpi.js';
import { plus } from '../plus.js';
import { leastSquares } from '../statistics/regression.js';
import { studentTQuantile } from '../statistics/student-t.js';
import { mean } from '../statistics/summary.js';

/** How a trend is fitted, and when it is believed. */
export interface TrendOptions {
  /**
   * `linear` (default): reading = a + b·t. `exponential`: ln(reading − healthy level) = a + b·t, for damage that feeds
   * itself. Readings not above the healthy level have no logarithm and are left out (`readingsLeftOut`).
   */
  readonly shape?: 'linear' | 'exponential';
  /** Reading of a healthy machine, for the exponential trend. Default 0. */
  readonly healthyLevel?: number;
  /** The moment from which the remaining time counts, milliseconds since the epoch. Default: the last reading. */
  readonly now?: number;
  /** Probability with which the interval holds the crossing. Default 0.95. */
  readonly confidence?: number;
  /** Fewer readings give no answer. Default 8. */
  readonly minimumCount?: number;
  /** A smaller R² gives no answer. Default 0.5: the trend explains half of the variation. */
  readonly minimumDetermination?: number;
  /** A crossing further ahead than this many observed spans gives no answer. Default 2. */
  readonly maximumHorizon?: number;
}

/** What a trend to a limit was made of. */
export interface TrendInput {
  readonly shape: 'linear' | 'exponential';
  readonly limit: number;
  /** Number of readings that were fitted. */
  readonly count: number;
  /** Time of the first reading, milliseconds since the epoch; `undefined` without readings. */
  readonly from: number | undefined;
  /** Time of the last reading. */
  readonly to: number | undefined;
  /** What the fit says of the moment `now`, in the unit of the signal; `undefined` without a fit. */
  readonly level: number | undefined;
  /** Per day: of the readings, or of their logarithm (growth rate) where the trend is exponential. */
  readonly slopePerDay: number | undefined;
  /** R², on the scale that was fitted. */
  readonly determination: number | undefined;
  readonly confidence: number;
}

/** The time that remains until a trend reaches a limit, in milliseconds. */
export interface TrendToLimit extends Kpi<TrendInput> {
  /** When it crosses, milliseconds since the epoch; `undefined` where there is no value. */
  readonly crossing: number | undefined;
  /** Confidence interval of the remaining time in milliseconds, not below 0. */
  readonly interval: { readonly low: number; readonly high: number } | undefined;
}

const day = 86_400_000;

/**
 * Fits a trend to readings and says when it rises to a limit: the remaining useful life, where the limit is the end of
 * it. For a limit below, as of a pressure, negate readings and limit.
 *
 * It gives no answer rather than a poor one; the warning says why: `tooFewReadings`, `noTrend` (the slope does not lead
 * to the limit, or is not sure to), `weakTrend` (R²), `horizonTooFar`, `limitNotAboveHealthyLevel`. Where the fit
 * is beyond the limit already, the value is 0 (`limitReached`).
 *
 * The interval is that of inverse prediction (Fieller): all moments at which a confidence band of the fitted mean holds
 * the limit. It is exact for independent, equally scattered readings and knows nothing of a change of load to come.
 * `bounds` are `undefined`: no data say what the future can do at most.
 *
 * @param times - milliseconds since the epoch, in time order, e.g. from the onset of a departure on
 * @param readings - one for each time
 * @throws {RangeError} if lengths differ, a number is not finite, or the confidence is not between 0 and 1
 */
export function trendToLimit(
  times: readonly number[],
  readings: readonly number[],
  limit: number,
  options: TrendOptions = {},
): TrendToLimit {
  const { shape = 'linear', healthyLevel = 0, confidence = 0.95 } = options;
  allow(times.length === readings.length, 'times', times.length, `as many as readings, ${readings.length}`);
  allow(Number.isFinite(limit), 'limit', limit, 'a finite number');
  allow(confidence > 0 && confidence < 1, 'confidence', confidence, 'above 0 and below 1');
  const isLinear = shape === 'linear';
  const scaled = (reading: number) => (isLinear ? reading : Math.log(reading - healthyLevel));
  const unscaled = (value: number) => (isLinear ? value : healthyLevel + Math.exp(value));
  const kept = times.filter((time, index) => {
    const reading = readings[index];
    allow(Number.isFinite(time + reading), 'reading', `${reading} at ${time}`, 'finite numbers');
    return isLinear || reading > healthyLevel;
  });
  const values = readings.map(scaled).filter(Number.isFinite);
  const [from] = kept;
  const to = kept[kept.length - 1];
  const now = options.now ?? to;
  // Counted from the middle of the readings, the errors of intercept and slope do not depend on each other.
  const middle = mean(kept) ?? now;
  const rows = kept.map((time) => [time - middle]);
  const fit = kept.length < (options.minimumCount ?? 8) ? undefined : leastSquares(rows, values).fit;
  const { value: slope = 0, standardError: slopeError = 0 } = fit?.slopes[0] ?? {};
  const { value: level = 0, standardError: levelError = 0 } = fit?.intercept ?? {};
  const present = now - middle;
  const leftOut = times.length - kept.length;
  const answer = (why?: string, value?: number, interval?: TrendToLimit['interval']): TrendToLimit => ({
    value,
    bounds: undefined,
    coverage: undefined,
    inputs: {
      shape,
      limit,
      count: kept.length,
      from,
      to,
      level: fit && unscaled(level + slope * present),
      slopePerDay: fit && slope * day,
      determination: fit?.determination,
      confidence,
    },
    warnings: [
      ...(leftOut > 0 ? [{ key: 'readingsLeftOut', subjects: [String(leftOut)] }] : []),
      ...(why ? [{ key: why, subjects: [] }] : []),
    ],
    crossing: plus(now, value),
    interval,
  });
  const distance = scaled(limit) - level;
  if (!Number.isFinite(distance)) return answer('limitNotAboveHealthyLevel');
  if (!fit?.degreesOfFreedom) return answer('tooFewReadings');
  if (distance <= slope * present) return answer('limitReached', 0, { low: 0, high: 0 });
  // Fieller: (distance − slope·u)² = quantile²·(levelError² + slopeError²·u²), with u counted from the middle.
  const quantile = studentTQuantile((1 + confidence) / 2, fit.degreesOfFreedom);
  const square = slope ** 2 - (quantile * slopeError) ** 2;
  // Unless the slope is sure to be above 0 there is no upper end.
  if (!(slope > 0 && square > 0)) return answer('noTrend');
  if ((fit.determination ?? 0) < (options.minimumDetermination ?? 0.5)) return answer('weakTrend');
  const value = distance / slope - present;
  if (value > (options.maximumHorizon ?? 2) * (to - from)) return answer('horizonTooFar');
  const half = slope * distance;
  const root = Math.sqrt(Math.max(half ** 2 - square * (distance ** 2 - (quantile * levelError) ** 2), 0));
  const end = (side: number) => Math.max((half + side * root) / square - present, 0);
  return answer(undefined, value, { low: end(-1), high: end(1) });
}
