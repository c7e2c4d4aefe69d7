import { allow, finiteValue } from '../allow.js';
import { mean, sampleDeviation } from '../statistics/summary.js';
import {
  type ControlChart,
  controlChart,
  type ControlChartOptions,
  type ControlLimits,
  limitsAround,
} from './control-chart.js';
import { controlChartConstants } from './control-chart-constants.js';
import { rulesWithoutZones } from './run-rules.js';

/** Charts of measured values: mean and range, mean and standard deviation, single values and moving range. */
export type VariablesChartKind = 'xBarR' | 'xBarS' | 'individuals';

/**
 * Values measured at about the same time. A number stands for a subgroup of one, `undefined` for a gap: a point is
 * missing there, runs end, and no moving range reaches across.
 */
export type Subgroup = readonly number[] | number | undefined;

/** What a period of undisturbed production gave, to judge later points by: plain data, to be kept as it is. */
export interface VariablesLimits {
  readonly chart: VariablesChartKind;
  /** Values in a subgroup; 1 for individuals. */
  readonly subgroupSize: number;
  /** How many subgroups the limits were made of. */
  readonly subgroups: number;
  /** Standard deviation within subgroups: R̄ ÷ d2, s̄ ÷ c4 or the mean moving range ÷ d2 of two. */
  readonly sigma: number;
  /** How sure sigma is: that of a sample with so many degrees of freedom has the same relative error. */
  readonly degreesOfFreedom: number;
  /** Limits of the means, or of single values. */
  readonly location: ControlLimits;
  /** Limits of the ranges, deviations or moving ranges. */
  readonly dispersion: ControlLimits;
}

/** The two charts of measured values. */
export interface VariablesChart {
  /** Means, or single values. */
  readonly location: ControlChart;
  /** Ranges, standard deviations or moving ranges. Rules about zones do not apply; of moving ranges only limits do. */
  readonly dispersion: ControlChart;
}

/**
 * Limits of an X̄-R, X̄-S or I-MR chart from data of a period in which nothing disturbed the process (phase I), after
 * ISO 7870-2: x̿ ± 3σ̂ ÷ √n, which is x̿ ± A2·R̄ or x̿ ± A3·s̄, and x̄ ± E2·M̄R̄ of single values.
 *
 * @param subgroups - in time order, all of one size: 2 to 25, 1 for individuals
 * @returns `undefined` without a subgroup, and of individuals without two values in a row
 * @throws {RangeError} if sizes differ or are not allowed, or a value is not a finite number
 */
export function variablesLimits(
  chart: VariablesChartKind,
  subgroups: readonly Subgroup[],
): VariablesLimits | undefined {
  const { size, locations, dispersions } = pointsOf(chart, subgroups);
  const [centers, spreads] = [locations, dispersions].map((column) => column.filter((one) => one === one));
  const center = mean(centers);
  const spread = mean(spreads);
  if (size === undefined || center === undefined) return undefined;
  const isSingle = chart === 'individuals';
  const { d2, d3, c4 } = controlChartConstants(isSingle ? 2 : size);
  if (spread === undefined) return undefined;
  const [middle, deviation] = chart === 'xBarS' ? [c4, Math.sqrt(1 - c4 * c4)] : [d2, d3];
  const sigma = spread / middle;
  // The relative variance of one estimate; that of a sample deviation is about 1 ÷ (2 · degrees of freedom).
  // Neighbouring moving ranges share a value: with their covariance it is 2π ÷ 3 − 3 + √3 (von Neumann 1941).
  const variance = isSingle ? (2 * Math.PI) / 3 - 3 + Math.sqrt(3) : (deviation / middle) ** 2;
  return {
    chart,
    subgroupSize: size,
    subgroups: centers.length,
    sigma,
    degreesOfFreedom: spreads.length / (2 * variance),
    location: limitsAround(center, (3 * sigma) / Math.sqrt(size)),
    dispersion: limitsAround(spread, 3 * sigma * deviation, 0),
  };
}

/**
 * Judges subgroups against limits that were found before (phase II). The limits do not change with the points.
 *
 * @param subgroups - in time order, all of the size of the limits
 * @throws {RangeError} if a subgroup has another size, a value is not a finite number, or there are not as many times
 *   as subgroups
 */
export function variablesChart(
  subgroups: readonly Subgroup[],
  limits: VariablesLimits,
  { rules, times }: ControlChartOptions = {},
): VariablesChart {
  const { chart, subgroupSize, location, dispersion } = limits;
  const { locations, dispersions } = pointsOf(chart, subgroups, subgroupSize);
  const single = chart === 'individuals';
  const unsymmetrical = rulesWithoutZones(rules);
  return {
    location: controlChart(single ? 'individual' : 'mean', locations, () => location, { rules, times }),
    dispersion: controlChart(
      single ? 'movingRange' : chart === 'xBarR' ? 'range' : 'deviation',
      dispersions,
      () => dispersion,
      // Neighbouring moving ranges share a value, so their runs and trends say nothing.
      { rules: single ? unsymmetrical.filter((rule) => rule.endsWith('1')) : unsymmetrical, times },
    ),
  };
}

/** The values of a subgroup; none of a gap. */
export function subgroupValues(subgroup: Subgroup): readonly number[] {
  return typeof subgroup === 'number' ? [subgroup] : (subgroup ?? []);
}

/** The points of both charts, NaN where there is none, and the common size of the subgroups. */
function pointsOf(
  chart: VariablesChartKind,
  subgroups: readonly Subgroup[],
  expected?: number,
): { size: number | undefined; locations: Float64Array; dispersions: Float64Array } {
  let size = chart === 'individuals' ? 1 : expected;
  const locations = new Float64Array(subgroups.length).fill(NaN);
  const dispersions = locations.slice();
  subgroups.forEach((subgroup, index) => {
    const values = subgroupValues(subgroup);
    if (values.length === 0) return;
    size ??= values.length;
    allow(values.length === size, 'subgroup size', values.length, size);
    values.forEach(finiteValue);
    locations[index] = mean(values) ?? NaN;
    dispersions[index] =
      chart === 'xBarR'
        ? Math.max(...values) - Math.min(...values)
        : chart === 'xBarS'
          ? (sampleDeviation(values) ?? NaN)
          : Math.abs(locations[index] - locations[index - 1]);
  });
  return { size, locations, dispersions };
}
