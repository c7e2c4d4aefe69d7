import { checkInterval, duration, type Interval } from '../../time/interval.js';
import { allow } from '../allow.js';
import { energyAmount, mostEnergy, readingsAround } from './energy-amount.js';
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

/** What one meter or machine, or several together, took in each slice. */
export interface DemandSlices {
  /** kWh; `NaN` where it was not measured throughout. */
  readonly amounts: Float64Array;
  /** The least that it can have been. Less than the most: not measured throughout, or shared out evenly between two readings. */
  readonly lows: Float64Array;
  /** The most that it can have been; `Infinity` where no rated power is known. */
  readonly highs: Float64Array;
}

/** Slices in which nothing was taken. */
export function emptySlices(count: number): DemandSlices {
  const [amounts, lows, highs] = [0, 0, 0].map(() => new Float64Array(count));
  return { amounts, lows, highs };
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
  checkWindow(window, step);
  const from = Math.ceil(interval.from / step) * step;
  const count = Math.max(0, Math.floor((interval.to - from) / step));
  return { from, step, count, slicesPerWindow: window / step };
}

/** @throws {RangeError} if window or step are not above 0, or the window is no multiple of the step */
export function checkWindow(window: number, step: number): void {
  allow(window > 0 && window < Infinity, 'window', window, 'above 0');
  allow(step > 0 && window % step === 0, 'step', step, `above 0, ${window} a multiple of it`);
}

/** What a meter or a machine took in each slice, by the rule of `energy()`. */
export function demandSlices(record: EnergyRecord, grid: DemandGrid): DemandSlices {
  const { step, count, slicesPerWindow } = grid;
  const { counter, power, powerKnownUntil = Infinity } = record;
  const isCounted = counter?.lastTime !== undefined;
  const series = isCounted ? counter : power;
  // After the last reading a counter does not stand still: nothing is known of it.
  const until = isCounted ? counter.lastTime : powerKnownUntil;
  const longest = readingMissing * step * slicesPerWindow;
  const isFarFromReadings = (time: number) => {
    const readings = isCounted && readingsAround(counter, time);
    return readings ? duration(readings) > longest : false;
  };
  const slices = emptySlices(count);
  let isEven = isFarFromReadings(grid.from);
  for (let index = 0; index < count; index++) {
    const from = grid.from + index * step;
    const to = from + step;
    const { amount } = energyAmount(record, { from, to });
    const missing = step - (series?.covered({ from, to: Math.max(from, Math.min(to, until)) }) ?? 0);
    const ends = isFarFromReadings(to);
    // How much of a growth over a gap fell into the slice is not known.
    const isShared = isEven || ends || (isCounted && missing > 0);
    isEven = ends;
    slices.amounts[index] = missing > 0 ? NaN : amount;
    slices.lows[index] = isShared ? 0 : amount;
    slices.highs[index] = isShared
      ? Math.max(amount, mostEnergy(record, step))
      : amount + mostEnergy(record, missing);
  }
  return slices;
}
