import { allow } from '../allow.js';
import {
  type ControlChart,
  controlChart,
  type ControlChartOptions,
  type ControlLimits,
  limitsAround,
} from './control-chart.js';
import { controlFinding } from './control-finding.js';
import { pointByPoint, processLevel } from './point-by-point.js';

/** What an EWMA chart judges by: plain data, to be kept as it is. */
export interface EwmaLimits {
  /** What the process should be at; the chart starts there. */
  readonly center: number;
  /** Standard deviation of a single value. */
  readonly sigma: number;
  /** λ, the weight of the newest value: above 0, at most 1. */
  readonly weight: number;
  /** L, how many standard deviations of the average the limits are away. */
  readonly width: number;
}

/** How sensitive an EWMA chart is. */
export interface EwmaOptions {
  /** What the process should be at. Default: the mean of the data. */
  readonly target?: number;
  /** λ, above 0, at most 1. Default 0.2; smaller ones find smaller shifts. */
  readonly weight?: number;
  /** L, above 0. Default 3. */
  readonly width?: number;
}

/** An exponentially weighted moving average after some values: all that the next one needs. */
export interface EwmaPoint {
  /** z. */
  readonly value: number;
  /** How many values are in it. */
  readonly count: number;
}

/**
 * What an EWMA chart judges by, from data of a period in which nothing disturbed the process (phase I); sigma from their
 * moving ranges.
 *
 * @param values - in time order; `undefined`: a gap
 * @returns `undefined` without two values in a row
 * @throws {RangeError} if a value is not finite, or an option is out of its range
 */
export function ewmaLimits(
  values: readonly (number | undefined)[],
  { target, weight = 0.2, width = 3 }: EwmaOptions = {},
): EwmaLimits | undefined {
  allow(weight > 0 && weight <= 1, 'weight', weight, 'above 0, at most 1');
  allow(width > 0, 'width', width, 'above 0');
  const level = processLevel(values, target);
  return level && { ...level, weight, width };
}

/**
 * The limits of an EWMA: center ± L·σ·√(λ ÷ (2 − λ) · (1 − (1 − λ)^2i)).
 *
 * @param count - how many values are in it (i). Default: ever so many, for the limits of the steady state
 */
export function ewmaLimitsAt({ center, sigma, weight, width }: EwmaLimits, count = Infinity): ControlLimits {
  const reach = width * sigma * Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * count)));
  return limitsAround(center, reach);
}

/** The average after one more value: λ·x + (1 − λ)·z. */
export function ewmaNext(
  { center, weight }: EwmaLimits,
  value: number,
  { value: before, count }: EwmaPoint = { value: center, count: 0 },
): EwmaPoint {
  return { value: weight * value + (1 - weight) * before, count: count + 1 };
}

/**
 * Draws the exponentially weighted moving average of values, with limits that widen to those of the steady state. Only
 * points beyond them are found: neighbouring averages are alike, so their runs and trends say nothing.
 *
 * @param values - in time order; `undefined`: a gap, over which the average stays as it is
 * @throws {RangeError} if a value is not finite, or there are not as many times as values
 */
export function ewmaChart(
  values: readonly (number | undefined)[],
  limits: EwmaLimits,
  { times }: Pick<ControlChartOptions, 'times'> = {},
): ControlChart {
  const points = pointByPoint<EwmaPoint>(values, (value, before) => ewmaNext(limits, value, before));
  const averages = Float64Array.from(points, (point) => point?.value ?? NaN);
  const limitsAt = (index: number) => {
    const point = points[index];
    return point && ewmaLimitsAt(limits, point.count);
  };
  const chart = controlChart('ewma', averages, limitsAt, { times });
  return { ...chart, findings: chart.out.map((index) => controlFinding('ewma', [index], times)) };
}
