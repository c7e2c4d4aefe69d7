import type { CounterSeries } from '../../series/counter-series.js';
import type { NumberSeries } from '../../series/number-series.js';
import { duration, type Interval } from '../../time/interval.js';
import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';

const hour = 3_600_000;

/** What measures the energy of one equipment. A counter is preferred; power stands in for it. */
export interface EnergyRecord {
  /** Cumulative register in kWh. */
  readonly counter: CounterSeries | undefined;
  /** Power in kW. */
  readonly power: NumberSeries | undefined;
  /** Milliseconds since the epoch: what the power says of later time does not count. Default: no limit. */
  readonly powerKnownUntil?: number;
  /** Rated power in kW: what it could have taken at most while nothing was measured. */
  readonly ratedPower?: number;
}

/** What an energy figure was made of. */
export interface EnergyInput {
  readonly source: 'counter' | 'power' | 'none';
  /** Milliseconds asked about. */
  readonly time: number;
  /** Milliseconds of them that were measured. */
  readonly measuredTime: number;
}

/** Energy of an interval in kWh, with the mean and the peak of its power in kW. */
export interface EnergyUse extends Kpi<EnergyInput> {
  /** Energy ÷ measured time. */
  readonly meanPower: number | undefined;
  /** The largest mean power of a demand window inside the interval, and the window. */
  readonly peak: { readonly power: number; readonly window: Interval } | undefined;
}

/**
 * Energy over an interval: the growth of a counter (linear between two readings, so that a border inside a meter
 * interval takes its share), or the integral of power.
 *
 * The counter knows the total over a gap from the readings at its ends, so a gap inside is measured time; before
 * the first and after the last reading nothing is measured. Bounds take 0 and the rated power for the rest.
 *
 * @param interval - already cut off at the present
 * @param demandWindow - length of the window for the peak in milliseconds, aligned to the full hour
 */
export function energy(record: EnergyRecord, interval: Interval, demandWindow = hour / 4): EnergyUse {
  const time = duration(interval);
  const measured = measure(record, interval, demandWindow);
  const value = measured.source === 'none' || measured.measuredTime === 0 ? undefined : measured.amount;
  const missing = time - measured.measuredTime;
  return {
    value,
    bounds: bounds(value, missing, record.ratedPower),
    coverage: ratio(measured.measuredTime, time),
    inputs: { source: measured.source, time, measuredTime: measured.measuredTime },
    warnings: [],
    meanPower: value === undefined ? undefined : ratio(value * hour, measured.measuredTime),
    peak: measured.peak,
  };
}

interface Measured extends EnergyInput {
  readonly amount: number | undefined;
  readonly peak: EnergyUse['peak'];
}

function measure(record: EnergyRecord, interval: Interval, demandWindow: number): Measured {
  const time = duration(interval);
  const { counter, power } = record;
  if (counter !== undefined && counter.firstTime !== undefined && counter.lastTime !== undefined) {
    const from = Math.max(interval.from, counter.firstTime);
    const to = Math.min(interval.to, counter.lastTime);
    // After the last reading a counter does not stand still: nothing is known of a window that ends there.
    const block = from < to ? counter.blockMaximum({ from: interval.from, to }, demandWindow) : undefined;
    return {
      source: 'counter',
      time,
      measuredTime: Math.max(0, to - from),
      amount: counter.amount(interval),
      peak: block && {
        power: (block.amount * hour) / demandWindow,
        window: { from: block.from, to: block.to },
      },
    };
  }
  if (power !== undefined) {
    const until = Math.min(interval.to, record.powerKnownUntil ?? Infinity);
    const known = { from: interval.from, to: Math.max(interval.from, until) };
    const integral = power.integral(known);
    return {
      source: 'power',
      time,
      measuredTime: power.covered(known),
      amount: integral === undefined ? undefined : integral / hour,
      peak: peakOfPower(power, known, demandWindow),
    };
  }
  return { source: 'none', time, measuredTime: 0, amount: undefined, peak: undefined };
}

/** The largest mean over the demand windows that lie wholly inside the interval and were measured throughout. */
function peakOfPower(power: NumberSeries, interval: Interval, demandWindow: number): EnergyUse['peak'] {
  let peak: EnergyUse['peak'];
  const first = Math.ceil(interval.from / demandWindow) * demandWindow;
  for (let from = first; from + demandWindow <= interval.to; from += demandWindow) {
    const window = { from, to: from + demandWindow };
    if (power.covered(window) < demandWindow) continue;
    const mean = power.mean(window);
    if (mean !== undefined && (peak === undefined || mean > peak.power)) peak = { power: mean, window };
  }
  return peak;
}

function bounds(
  value: number | undefined,
  missing: number,
  ratedPower: number | undefined,
): Bounds | undefined {
  if (missing === 0) return value === undefined ? undefined : { low: value, high: value };
  if (ratedPower === undefined) return undefined;
  return { low: value ?? 0, high: (value ?? 0) + (ratedPower * missing) / hour };
}

/** Energy per good unit in kWh; `undefined` where nothing good was made or counted. */
export function specificEnergy(
  energyValue: number | undefined,
  goodCount: number | undefined,
): number | undefined {
  return goodCount !== undefined && goodCount > 0 ? ratio(energyValue, goodCount) : undefined;
}
