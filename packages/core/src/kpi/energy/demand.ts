import type { Interval } from '../../time/interval.js';
import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { quantile } from '../statistics/summary.js';
import { total } from '../total.js';
import { warningsOf } from '../warnings.js';
import {
  type DemandGrid,
  demandGrid,
  type DemandOptions,
  type DemandSlices,
  demandSlices,
  emptySlices,
} from './demand-slices.js';
import { limitedBounds } from './energy-amount.js';
import type { EnergyRecord } from './energy.js';

const hour = 3_600_000;
/** The base load is the power that so little of the time is below. */
const baseLoadShare = 0.05;

/** A demand window and the mean power in it. */
export interface DemandWindow extends Interval {
  /** Mean power in kW; `undefined` where a part was not measured throughout. */
  readonly power: number | undefined;
  /** The least and the most it can be, in kW; `undefined` where a rated power is not known. */
  readonly bounds: Bounds | undefined;
  /** Whether a reading of a counter is missing in it, so that growth was shared out evenly: the real one may differ. */
  readonly isEstimated: boolean;
}

/** What a maximum demand was made of. */
export interface DemandInput {
  /** Length of a window in milliseconds. */
  readonly window: number;
  /** From one window to the next in milliseconds. */
  readonly step: number;
  /** How many windows lie in the interval. */
  readonly windows: number;
  /** How many of them have a power. */
  readonly measured: number;
  /** How many of these are estimated. */
  readonly estimated: number;
}

/** Maximum demand in kW, with the profile it was found in. */
export interface Demand extends Kpi<DemandInput> {
  /** The window of the maximum, the earliest of equal ones. */
  readonly at: Interval | undefined;
  /** All windows in time order. Those of sliding demand overlap. */
  readonly profile: readonly DemandWindow[];
  /** Mean power in kW over the measured slices of time. */
  readonly averagePower: number | undefined;
  /** Average ÷ maximum, as a fraction of one. */
  readonly loadFactor: number | undefined;
  /** kW that the demand is below in 5 % of the windows. */
  readonly baseLoad: number | undefined;
}

/**
 * Maximum demand of an interval, e.g. of a billing month: the largest mean power of a demand window that lies wholly in
 * it, of all meters or machines together. What the several parts took is added up window by window, since their peaks
 * need not fall together.
 *
 * A window in which a part was not measured throughout has no power; its bounds take 0 and the rated power. Where a
 * counter was not read in time, its growth is shared out evenly, which makes no peak of a gap but may hide one: such
 * windows are estimated, which lowers the coverage and is told (`estimatedDemand`). Where a window that was measured in
 * part took more already than all others, there is no maximum (`maximumNotMeasured`).
 *
 * @param records - of all meters or machines that make up the whole
 * @param interval - already cut off at the present
 * @throws {RangeError} if window or step are not above 0, the window is no multiple of the step, or the interval is
 *   not finite or runs backwards
 */
export function demand(
  records: readonly EnergyRecord[],
  interval: Interval,
  options: DemandOptions = {},
): Demand {
  const grid = demandGrid(interval, options);
  return demandOfSlices(
    records.map((record) => demandSlices(record, grid)),
    grid,
  );
}

/** Maximum demand from the slices of all meters or machines that make up the whole. */
export function demandOfSlices(parts: readonly DemandSlices[], grid: DemandGrid): Demand {
  const { from, step, count, slicesPerWindow } = grid;
  const { amounts, lows, highs } = sumOfSlices(parts, count);
  const window = step * slicesPerWindow;
  const profile: DemandWindow[] = [];
  const powers: number[] = [];
  let at: Interval | undefined;
  let estimated = 0;
  // The largest power of those measured, the largest that one had at least, and that one had at most.
  let [maximum, least, most] = [-Infinity, -Infinity, -Infinity];
  for (let first = 0; first + slicesPerWindow <= count; first++) {
    const powerOf = (slices: Float64Array) =>
      (total(slices.subarray(first, first + slicesPerWindow)) * hour) / window;
    const begin = from + first * step;
    const [power, low, high] = [powerOf(amounts), powerOf(lows), powerOf(highs)];
    const isMeasured = !Number.isNaN(power);
    const isEstimated = isMeasured && low !== high;
    const time = { from: begin, to: begin + window };
    profile.push({
      ...time,
      power: isMeasured ? power : undefined,
      bounds: limitedBounds(low, high),
      isEstimated,
    });
    [least, most] = [Math.max(least, low), Math.max(most, high)];
    if (!isMeasured) continue;
    powers.push(power);
    if (isEstimated) estimated++;
    if (power > maximum) [maximum, at] = [power, time];
  }
  // The maximum lies in a window of which only a part was measured.
  const isHidden = at !== undefined && maximum < least;
  if (isHidden) at = undefined;
  const value = at && maximum;
  const measured = amounts.filter((amount) => !Number.isNaN(amount));
  const averagePower = ratio(total(measured) * hour, measured.length * step);
  return {
    value,
    at,
    bounds: limitedBounds(least, most),
    coverage: ratio(powers.length - estimated, profile.length),
    inputs: { window, step, windows: profile.length, measured: powers.length, estimated },
    warnings: warningsOf({
      estimatedDemand: estimated > 0 && [String(estimated)],
      maximumNotMeasured: isHidden && [],
    }),
    profile,
    averagePower,
    loadFactor: ratio(averagePower, value),
    baseLoad: quantile(powers, baseLoadShare),
  };
}

function sumOfSlices(parts: readonly DemandSlices[], count: number): DemandSlices {
  const sum = emptySlices(count);
  if (parts.length === 0) {
    sum.amounts.fill(NaN);
    sum.highs.fill(Infinity);
  }
  for (const { amounts, lows, highs } of parts) {
    for (let index = 0; index < count; index++) {
      sum.amounts[index] += amounts[index];
      sum.lows[index] += lows[index];
      sum.highs[index] += highs[index];
    }
  }
  return sum;
}
