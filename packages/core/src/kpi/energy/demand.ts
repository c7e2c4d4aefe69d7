import type { Interval } from '../../time/interval.js';
import type { Bounds, Kpi, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';
import { quantile } from '../statistics/summary.js';
import {
  type DemandGrid,
  demandGrid,
  type DemandOptions,
  type DemandSlices,
  demandSlices,
} from './demand-slices.js';
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
  const whole = sumOfSlices(parts, grid);
  const { profile, least } = windowsOf(whole, grid);
  const measured = profile.filter(isMeasured);
  const estimated = measured.filter(({ isEstimated }) => isEstimated).length;
  let maximum = measured[0] as MeasuredWindow | undefined;
  for (const one of measured) if (maximum && one.power > maximum.power) maximum = one;
  // The maximum lies in a window of which only a part was measured.
  const isHidden = maximum !== undefined && maximum.power < least;
  if (isHidden) maximum = undefined;
  const averagePower = average(whole, grid);
  return {
    value: maximum?.power,
    at: maximum && { from: maximum.from, to: maximum.to },
    bounds: profile.length === 0 ? undefined : largestBounds(profile),
    coverage: ratio(measured.length - estimated, profile.length),
    inputs: {
      window: grid.step * grid.slicesPerWindow,
      step: grid.step,
      windows: profile.length,
      measured: measured.length,
      estimated,
    },
    warnings: warningsOf(estimated, isHidden),
    profile,
    averagePower,
    loadFactor: ratio(averagePower, maximum?.power),
    baseLoad: quantile(
      measured.map(({ power }) => power),
      baseLoadShare,
    ),
  };
}

type MeasuredWindow = DemandWindow & { readonly power: number };

function isMeasured(window: DemandWindow): window is MeasuredWindow {
  return window.power !== undefined;
}

/** All parts together: kWh by slice, and what each slice may have been at least and at most. */
interface WholeSlices {
  readonly amounts: Float64Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  /** 0 measured, 1 estimated, 2 not known. */
  readonly marks: Uint8Array;
}

function sumOfSlices(parts: readonly DemandSlices[], { step, count }: DemandGrid): WholeSlices {
  const [amounts, lows, highs] = [0, 0, 0].map(() => new Float64Array(count));
  const marks = new Uint8Array(count);
  if (parts.length === 0) {
    marks.fill(2);
    highs.fill(Infinity);
  }
  for (const part of parts) {
    const ratedPower = part.ratedPower ?? Infinity;
    for (let index = 0; index < count; index++) {
      const amount = part.amounts[index];
      const missing = part.missing[index];
      amounts[index] += amount;
      // How much of a growth over a gap fell into the slice is not known.
      const isExact = part.estimated[index] === 0;
      if (isExact) lows[index] += amount;
      if (isExact && missing === 0) highs[index] += amount;
      else {
        const most = (ratedPower * (isExact ? missing : step)) / hour;
        highs[index] += isExact ? amount + most : Math.max(most, amount);
        marks[index] = Math.max(marks[index], missing > 0 ? 2 : 1);
      }
    }
  }
  return { amounts, lows, highs, marks };
}

/** The windows, and the largest power that one of them had at least. */
function windowsOf(
  { amounts, lows, highs, marks }: WholeSlices,
  grid: DemandGrid,
): { profile: DemandWindow[]; least: number } {
  const { from, step, count, slicesPerWindow } = grid;
  const hours = (step * slicesPerWindow) / hour;
  const profile: DemandWindow[] = [];
  let least = -Infinity;
  for (let first = 0; first + slicesPerWindow <= count; first++) {
    let [amount, low, high, mark] = [0, 0, 0, 0];
    for (let index = first; index < first + slicesPerWindow; index++) {
      amount += amounts[index];
      low += lows[index];
      high += highs[index];
      mark = Math.max(mark, marks[index]);
    }
    const begin = from + first * step;
    least = Math.max(least, low / hours);
    profile.push({
      from: begin,
      to: begin + step * slicesPerWindow,
      power: mark === 2 ? undefined : amount / hours,
      bounds: high === Infinity ? undefined : { low: low / hours, high: high / hours },
      isEstimated: mark === 1,
    });
  }
  return { profile, least };
}

/** The largest power is at least the largest of the least ones, and at most the largest of the most. */
function largestBounds(profile: readonly DemandWindow[]): Bounds | undefined {
  let [low, high] = [-Infinity, -Infinity];
  for (const { bounds } of profile) {
    if (bounds === undefined) return undefined;
    low = Math.max(low, bounds.low);
    high = Math.max(high, bounds.high);
  }
  return { low, high };
}

function average({ amounts, marks }: WholeSlices, { step }: DemandGrid): number | undefined {
  let [amount, time] = [0, 0];
  marks.forEach((mark, index) => {
    if (mark === 2) return;
    amount += amounts[index];
    time += step;
  });
  return ratio(amount * hour, time);
}

function warningsOf(estimated: number, isHidden: boolean): readonly KpiWarning[] {
  const warnings: KpiWarning[] = [];
  if (estimated > 0) warnings.push({ key: 'estimatedDemand', subjects: [String(estimated)] });
  if (isHidden) warnings.push({ key: 'maximumNotMeasured', subjects: [] });
  return warnings;
}
