import type { Kpi, KpiWarning } from '../kpi.js';
import { leastSquares, type Regression } from '../statistics/regression.js';
import { studentTQuantile } from '../statistics/student-t.js';

/** How a trend is fitted, and when it is believed. */
export interface TrendOptions {
  /**
   * `linear` (default): reading = a + b·t. `exponential`: ln(reading − healthy level) = a + b·t, for damage that feeds
   * itself. Readings not above the healthy level have no logarithm and are left out (`readingsLeftOut`).
   */
  readonly shape?: 'linear' | 'exponential';
  /** Reading of a healthy machine, for the exponential trend. Default 0. */
  readonly healthyLevel?: number;
  /** On which side of the limit the trouble is. Default `above`. */
  readonly trouble?: 'above' | 'below';
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
 * Fits a trend to readings and says when it reaches a limit: the remaining useful life, where the limit is the end of
 * it.
 *
 * It gives no answer rather than a poor one; the warning says why: `tooFewReadings`, `noTrend` (the slope does not lead
 * to the limit, or is not sure to), `weakTrend` (R²), `horizonTooFar`, `limitNotAboveHealthyLevel`. Where the fit
 * is beyond the limit already, the value is 0 (`limitReached`).
 *
 * The interval is that of inverse prediction (Fieller): all moments at which a confidence band of the fitted mean holds
 * the limit. It is exact for independent, equally scattered readings and knows nothing of a change of load to come.
 * `bounds` are `undefined`: no data say what the future can do at most.
 *
 * @param times - milliseconds since the epoch, e.g. from the onset of a departure on
 * @param readings - one for each time
 * @throws {RangeError} if lengths differ, a number is not finite, or an option is out of its range
 */
export function trendToLimit(
  times: readonly number[],
  readings: readonly number[],
  limit: number,
  options: TrendOptions = {},
): TrendToLimit {
  const { shape = 'linear', healthyLevel = 0, trouble = 'above', confidence = 0.95 } = options;
  const { minimumCount = 8, minimumDetermination = 0.5, maximumHorizon = 2 } = options;
  check(times, readings, limit, confidence);
  // Trouble below is trouble above, upside down.
  const sign = trouble === 'above' ? 1 : -1;
  const scale = scaleOf(shape, healthyLevel, sign);
  const target = scale.to(limit);
  const scaled = readings.map(scale.to);
  const kept = times.filter((_, index) => Number.isFinite(scaled[index]));
  const from = kept.length > 0 ? kept.reduce((least, time) => Math.min(least, time)) : undefined;
  const to = kept.length > 0 ? kept.reduce((most, time) => Math.max(most, time)) : undefined;
  const now = options.now ?? to ?? 0;
  const leftOut = times.length - kept.length;
  const warnings: KpiWarning[] = leftOut > 0 ? [{ key: 'readingsLeftOut', subjects: [String(leftOut)] }] : [];
  const answer = (
    fit: Fit,
    value?: number,
    interval?: TrendToLimit['interval'],
    why?: string,
  ): TrendToLimit => ({
    value,
    bounds: undefined,
    coverage: undefined,
    inputs: { shape, limit, count: kept.length, from, to, confidence, ...fit },
    warnings: why === undefined ? warnings : [...warnings, { key: why, subjects: [] }],
    crossing: value === undefined ? undefined : now + value,
    interval,
  });
  const refused = (why: string, fit = noFit) => answer(fit, undefined, undefined, why);
  if (!Number.isFinite(target)) return refused('limitNotAboveHealthyLevel');
  if (from === undefined || to === undefined || kept.length < Math.max(minimumCount, 3)) {
    return refused('tooFewReadings');
  }
  const { fit: regression } = leastSquares(
    kept.map((time) => [(time - now) / day]),
    scaled.filter(Number.isFinite),
  );
  if (!regression) return refused('noTrend');
  const slope = regression.slopes[0].value;
  const level = regression.intercept.value;
  const fit: Fit = {
    level: scale.from(level),
    slopePerDay: shape === 'linear' ? sign * slope : slope,
    determination: regression.determination,
  };
  if (level >= target) return answer(fit, 0, { low: 0, high: 0 }, 'limitReached');
  const interval = slope > 0 ? crossings(regression, target, confidence) : undefined;
  if (!interval) return refused('noTrend', fit);
  if ((regression.determination ?? 0) < minimumDetermination) return refused('weakTrend', fit);
  const remaining = ((target - level) / slope) * day;
  if (remaining > maximumHorizon * (to - from)) return refused('horizonTooFar', fit);
  return answer(fit, remaining, interval);
}

interface Scale {
  to(reading: number): number;
  from(value: number): number;
}

/** From the unit of the signal to the scale on which the trend is a straight line that rises to trouble, and back. */
function scaleOf(shape: 'linear' | 'exponential', healthyLevel: number, sign: number): Scale {
  if (shape === 'linear') return { to: (reading) => sign * reading, from: (value) => sign * value };
  return {
    to: (reading) => Math.log(sign * (reading - healthyLevel)),
    from: (value) => healthyLevel + sign * Math.exp(value),
  };
}

type Fit = Pick<TrendInput, 'level' | 'slopePerDay' | 'determination'>;

const noFit: Fit = { level: undefined, slopePerDay: undefined, determination: undefined };

/**
 * Fieller's interval of the time until the fitted line is at the target, in milliseconds, not below 0; `undefined` where the
 * slope is not sure to be above 0, so that there is no upper end.
 */
function crossings(
  { slopes, means, count, degreesOfFreedom, residualDeviation = 0, inverse, intercept }: Regression,
  target: number,
  confidence: number,
): TrendToLimit['interval'] {
  const slope = slopes[0].value;
  const middle = means[0];
  const distance = target - (intercept.value + slope * middle);
  const width = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * residualDeviation;
  // (distance − slope·u)² = width²·(1 ÷ count + u² ÷ Sxx), with u counted from the middle of the readings.
  const a = slope * slope - width * width * inverse[0][0];
  if (!(a > 0)) return undefined;
  const half = slope * distance;
  const root = Math.sqrt(Math.max(half * half - a * (distance * distance - (width * width) / count), 0));
  const end = (side: number) => Math.max((middle + (half + side * root) / a) * day, 0);
  return { low: end(-1), high: end(1) };
}

function check(
  times: readonly number[],
  readings: readonly number[],
  limit: number,
  confidence: number,
): void {
  if (times.length !== readings.length) {
    throw new RangeError(`invalid times: ${times.length}, allowed: as many as readings, ${readings.length}`);
  }
  if (!Number.isFinite(limit)) throw new RangeError(`invalid limit: ${limit}, allowed: a finite number`);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`invalid confidence: ${confidence}, allowed: above 0 and below 1`);
  }
  for (const [name, values] of [
    ['time', times],
    ['reading', readings],
  ] as const) {
    const wrong = values.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) throw new RangeError(`invalid ${name}: ${wrong}, allowed: a finite number`);
  }
}
