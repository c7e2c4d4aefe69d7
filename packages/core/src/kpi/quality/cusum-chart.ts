import { allow } from '../allow.js';
import { type ControlChart, controlChart, type ControlChartOptions } from './control-chart.js';
import { type ControlFinding, controlFinding } from './control-finding.js';
import { pointByPoint, processLevel } from './point-by-point.js';

/** What a CUSUM chart judges by: plain data, to be kept as it is. */
export interface CusumLimits {
  /** What the process should be at (μ₀). */
  readonly center: number;
  /** Standard deviation of a single value. */
  readonly sigma: number;
  /** k: half the shift to find, in standard deviations. */
  readonly reference: number;
  /** h: the decision interval, in standard deviations. */
  readonly decision: number;
}

/** How sensitive a CUSUM chart is. */
export interface CusumOptions {
  /** What the process should be at. Default: the mean of the data. */
  readonly target?: number;
  /** k, 0 or more. Default 0.5: a shift of one standard deviation. */
  readonly reference?: number;
  /** h, above 0. Default 5: with k = 0.5, about 465 values from one false alarm to the next. */
  readonly decision?: number;
}

/** The two sums after some values: all that the next one needs. */
export interface CusumPoint {
  /** C⁺, in the unit of the values. */
  readonly high: number;
  /** C⁻, in the unit of the values; grows as values fall. */
  readonly low: number;
  /** N⁺: how many values C⁺ has been above 0 for, so that the shift dates from the first of them. */
  readonly highCount: number;
  /** N⁻. */
  readonly lowCount: number;
}

/** The two sides of a tabular CUSUM, each with centre line 0 and the decision interval as its upper limit. */
export interface CusumChart {
  readonly high: ControlChart;
  readonly low: ControlChart;
}

/**
 * What a CUSUM chart judges by, from data of a period in which nothing disturbed the process (phase I); sigma from their
 * moving ranges.
 *
 * @param values - in time order; `undefined`: a gap
 * @returns `undefined` without two values in a row
 * @throws {RangeError} if a value is not finite, or an option is out of its range
 */
export function cusumLimits(
  values: readonly (number | undefined)[],
  { target, reference = 0.5, decision = 5 }: CusumOptions = {},
): CusumLimits | undefined {
  allow(reference >= 0, 'reference', reference, '0 or more');
  allow(decision > 0, 'decision', decision, 'above 0');
  const level = processLevel(values, target);
  return level && { ...level, reference, decision };
}

const start: CusumPoint = { high: 0, low: 0, highCount: 0, lowCount: 0 };

/**
 * The sums after one more value: C⁺ = max(0, x − (μ₀ + k·σ) + C⁺), C⁻ = max(0, (μ₀ − k·σ) − x + C⁻). Either signals when
 * it is above h·σ. Nothing is set back then: leave out `before` to begin anew.
 */
export function cusumNext(
  { center, sigma, reference }: CusumLimits,
  value: number,
  before: CusumPoint = start,
): CusumPoint {
  const slack = reference * sigma;
  const high = Math.max(0, value - (center + slack) + before.high);
  const low = Math.max(0, center - slack - value + before.low);
  return {
    high,
    low,
    highCount: high && before.highCount + 1,
    lowCount: low && before.lowCount + 1,
  };
}

/**
 * Draws the tabular CUSUM of values. Its findings are the first points above the decision interval, each with the points
 * since the shift began; the next one comes after the sum was 0 again.
 *
 * @param values - in time order; `undefined`: a gap, over which the sums stay as they are
 * @throws {RangeError} if a value is not finite, or there are not as many times as values
 */
export function cusumChart(
  values: readonly (number | undefined)[],
  limits: CusumLimits,
  { times }: Pick<ControlChartOptions, 'times'> = {},
): CusumChart {
  const points = pointByPoint<CusumPoint>(values, (value, before) => cusumNext(limits, value, before));
  return { high: side('high', points, limits, times), low: side('low', points, limits, times) };
}

function side(
  name: 'high' | 'low',
  points: readonly (CusumPoint | undefined)[],
  { sigma, decision }: CusumLimits,
  times: readonly number[] | undefined,
): ControlChart {
  const limits = { center: 0, lower: 0, upper: decision * sigma };
  const chart = controlChart(
    name === 'high' ? 'cusumHigh' : 'cusumLow',
    Float64Array.from(points, (point) => point?.[name] ?? NaN),
    () => limits,
    { times },
  );
  const findings: ControlFinding[] = [];
  let since: number[] | undefined = [];
  points.forEach((point, index) => {
    if (point?.[name] === 0) since = [];
    else if (point && since) {
      since.push(index);
      if (point[name] <= limits.upper) return;
      findings.push(controlFinding('cusum', since, times));
      since = undefined;
    }
  });
  return { ...chart, findings };
}
