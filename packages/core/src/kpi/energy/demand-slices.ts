import { checkInterval, type Interval } from '../../time/interval.js';
import { readingsAround } from './energy-amount.js';
import type { EnergyRecord } from './energy.js';

const hour = 3_600_000;
/** A border between two readings further apart than so many demand windows: a reading is missing there. */
const readingMissing = 1.5;

/** How demand is measured. */
export interface DemandOptions {
  /** Length of the demand window in milliseconds. Default: a quarter of an hour. */
  readonly window?: number;
  /** From one window to the next in milliseconds; the window is a multiple of it. Default: the window (block demand). */
  readonly step?: number;
}

/** Slices of time of equal length, one after the other; the demand windows are made of them. */
export interface DemandGrid {
  /** Milliseconds since the epoch: the begin of the first slice. */
  readonly from: number;
  /** Length of a slice in milliseconds. */
  readonly step: number;
  /** How many slices there are. */
  readonly count: number;
  /** How many slices a demand window has. */
  readonly slicesPerWindow: number;
}

/** What one meter or machine took in each slice. */
export interface DemandSlices {
  /** kWh; of a slice that was not measured throughout what is known of it. */
  readonly amounts: Float64Array;
  /** Milliseconds that were not measured. */
  readonly missing: Float64Array;
  /** 1 where the amount may have been shared out evenly over a time in which a reading of the counter is missing. */
  readonly estimated: Uint8Array;
  /** kW, if it is known. */
  readonly ratedPower: number | undefined;
}

/**
 * The slices that demand windows inside an interval are made of. Windows begin at multiples of the step since the
 * epoch, so quarters of an hour at the full hour.
 *
 * @throws {RangeError} if window or step are not above 0, the window is no multiple of the step, or the interval is
 *   not finite or runs backwards
 */
export function demandGrid(
  interval: Interval,
  { window = hour / 4, step = window }: DemandOptions,
): DemandGrid {
  checkInterval(interval);
  if (!(window > 0 && Number.isFinite(window)))
    throw new RangeError(`invalid window: ${window}, allowed: above 0`);
  if (!(step > 0 && window % step === 0)) {
    throw new RangeError(`invalid step: ${step}, allowed: above 0, ${window} a multiple of it`);
  }
  const from = Math.ceil(interval.from / step) * step;
  const count = Math.max(0, Math.floor((interval.to - from) / step));
  return { from, step, count, slicesPerWindow: window / step };
}

/** What a meter or a machine took in each slice, by the rule of `energy()`. */
export function demandSlices(record: EnergyRecord, grid: DemandGrid): DemandSlices {
  const { count } = grid;
  const slices = {
    amounts: new Float64Array(count),
    missing: new Float64Array(count).fill(grid.step),
    estimated: new Uint8Array(count),
    ratedPower: record.ratedPower,
  };
  const { counter, power } = record;
  if (counter?.lastTime !== undefined) {
    // After the last reading a counter does not stand still: nothing is known of it.
    measure(slices, grid, counter.lastTime, counter, (slice) => counter.amount(slice) ?? 0);
    markEstimated(slices, grid, record);
  } else if (power !== undefined) {
    const until = record.powerKnownUntil ?? Infinity;
    measure(slices, grid, until, power, (slice) => (power.integral(slice) ?? 0) / hour);
  }
  return slices;
}

function measure(
  { amounts, missing }: DemandSlices,
  { from, step, count }: DemandGrid,
  until: number,
  series: { covered(interval: Interval): number },
  amountOf: (slice: Interval) => number,
): void {
  const end = Math.min(from + count * step, until);
  const isWhole = end > from && series.covered({ from, to: end }) === end - from;
  for (let index = 0; index < count; index++) {
    const begin = from + index * step;
    const known = { from: begin, to: Math.min(begin + step, until) };
    if (known.to <= begin) break;
    amounts[index] = amountOf(known);
    missing[index] = step - (isWhole ? known.to - begin : series.covered(known));
  }
}

function markEstimated(
  { estimated, missing }: DemandSlices,
  { from, step, count, slicesPerWindow }: DemandGrid,
  { counter }: EnergyRecord,
): void {
  const longest = readingMissing * step * slicesPerWindow;
  for (let index = 0; index < count; index++) if (missing[index] > 0) estimated[index] = 1;
  for (let border = 0; counter && border <= count; border++) {
    const readings = readingsAround(counter, from + border * step);
    if (readings === undefined || readings.to - readings.from <= longest) continue;
    if (border > 0) estimated[border - 1] = 1;
    if (border < count) estimated[border] = 1;
  }
}
