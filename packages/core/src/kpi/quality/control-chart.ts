import { allow } from '../allow.js';
import { type ControlFinding, controlFinding } from './control-finding.js';
import { type RunRule, runRules } from './run-rules.js';

/** A centre line and its limits, three standard deviations of the plotted statistic away unless said otherwise. */
export interface ControlLimits {
  readonly center: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a chart plots; counts go by the name of their chart. */
export type ControlStatistic =
  | 'mean'
  | 'range'
  | 'deviation'
  | 'individual'
  | 'movingRange'
  | 'p'
  | 'np'
  | 'c'
  | 'u'
  | 'ewma'
  | 'cusumHigh'
  | 'cusumLow';

/** A control chart to draw, one number a point in each column. */
export interface ControlChart {
  readonly statistic: ControlStatistic;
  /** Milliseconds since the epoch, a time a point; `undefined` where none were given. */
  readonly times: readonly number[] | undefined;
  /** NaN where there is no point. */
  readonly values: Float64Array;
  readonly center: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Indexes of the points beyond the limits, whatever rules were chosen. A point on a limit is not beyond it. */
  readonly out: readonly number[];
  /** In the order of the flagged points. */
  readonly findings: readonly ControlFinding[];
}

/** How points are judged. */
export interface ControlChartOptions {
  /**
   * Default: `nelson1` alone, a point beyond the limits. Each further rule finds small changes sooner and raises more
   * false alarms. Rules about zones are left out where the statistic is not symmetrical.
   */
  readonly rules?: readonly RunRule[];
  /** Milliseconds since the epoch, a time a point. */
  readonly times?: readonly number[];
}

/** Limits on both sides of a centre line, the lower one at least `least`. */
export function limitsAround(center: number, reach: number, least = -Infinity): ControlLimits {
  return { center, lower: Math.max(least, center - reach), upper: center + reach };
}

/**
 * Where a point lies between centre line and limits, in standard deviations: 0 on the line, 3 on the upper and −3 on the
 * lower limit.
 */
export function controlPosition(value: number, { center, lower, upper }: ControlLimits): number {
  const away = value - center;
  return away && (3 * away) / (away > 0 ? upper - center : center - lower);
}

/**
 * Judges points against limits.
 *
 * @param values - NaN where there is no point
 * @param limitsAt - the limits of a point by its index; `undefined` where there is no point
 * @throws {RangeError} if there are not as many times as points, or a rule is none
 */
export function controlChart(
  statistic: ControlStatistic,
  values: Float64Array,
  limitsAt: (index: number) => ControlLimits | undefined,
  { rules = ['nelson1'], times }: ControlChartOptions = {},
): ControlChart {
  const count = values.length;
  allow(!times || times.length === count, 'number of times', times?.length, count);
  const limits = Array.from(values, (_, index) => limitsAt(index));
  const column = (name: keyof ControlLimits) => Float64Array.from(limits, (one) => one?.[name] ?? NaN);
  const positions = limits.map((own, index) => (own ? controlPosition(values[index], own) : NaN));
  return {
    statistic,
    times,
    values,
    center: column('center'),
    lower: column('lower'),
    upper: column('upper'),
    out: positions.flatMap((position, index) => (Math.abs(position) > 3 ? index : [])),
    findings: runRules(positions, rules).map(({ rule, points }) => controlFinding(rule, points, times)),
  };
}
