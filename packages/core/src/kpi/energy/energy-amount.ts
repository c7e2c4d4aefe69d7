import type { CounterSeries } from '../../series/counter-series.js';
import { duration, type Interval } from '../../time/interval.js';
import type { Bounds } from '../kpi.js';
import { ratio } from '../ratio.js';
import type { EnergyRecord } from './energy.js';

const hour = 3_600_000;

/** Energy of a stretch of time, without what only the whole needs. */
export interface EnergyAmount {
  /** kWh over the measured time; 0 where nothing was measured. Amounts of neighbouring stretches add up. */
  readonly amount: number;
  /** Milliseconds that were measured. */
  readonly measuredTime: number;
}

/** Energy of a stretch of time, from the same signal and by the same rule as `energy()`, at the cost of two look-ups. */
export function energyAmount(
  { counter, power, powerKnownUntil = Infinity }: EnergyRecord,
  { from, to }: Interval,
): EnergyAmount {
  const isCounted = counter?.firstTime !== undefined && counter.lastTime !== undefined;
  const known = isCounted
    ? { from: Math.max(from, counter.firstTime), to: Math.min(to, counter.lastTime) }
    : { from, to: Math.min(to, powerKnownUntil) };
  if (known.from >= known.to) return none;
  if (isCounted) return { amount: counter.amount(known) ?? 0, measuredTime: duration(known) };
  return power ? { amount: (power.integral(known) ?? 0) / hour, measuredTime: power.covered(known) } : none;
}

/** kWh that can have been taken at most in milliseconds without data; `Infinity` where no rated power is known. */
export function mostEnergy(
  { ratedPower = Infinity }: { readonly ratedPower?: number | undefined },
  time: number,
): number {
  return time > 0 ? (ratedPower * time) / hour : 0;
}

/** Bounds of two ends; `undefined` where one of them has no limit or is not known. */
export function limitedBounds(low: number, high: number): Bounds | undefined {
  return Number.isFinite(high - low) ? { low, high } : undefined;
}

/** Mean power in kW over the time that was measured. */
export function meanPower({ amount, measuredTime }: EnergyAmount): number | undefined {
  return ratio(amount * hour, measuredTime);
}

/**
 * How much of the energy between the first and the last of some moments was shared out evenly between two readings
 * of a counter, because at least one of the moments lies between them; in kWh. 0 where power is measured: it says
 * itself what was taken when.
 *
 * @param borders - milliseconds since the epoch, in time order
 */
export function sharedOutEnergy(
  { counter }: EnergyRecord,
  borders: readonly number[],
  interval: Interval,
): number {
  if (counter === undefined) return 0;
  let shared = 0;
  let counted = interval.from;
  for (const border of borders) {
    if (border < counted) continue;
    const readings = readingsAround(counter, border);
    if (readings === undefined) continue;
    const from = Math.max(readings.from, counted);
    const to = Math.min(readings.to, interval.to);
    if (from >= to) continue;
    shared += counter.amount({ from, to }) ?? 0;
    counted = to;
  }
  return shared;
}

/** The two readings that a moment lies between; `undefined` at a reading, before the first and after the last. */
export function readingsAround(counter: CounterSeries, time: number): Interval | undefined {
  let before = counter.indexAt(time);
  if (before < 0 || counter.timeAt(before) === time) return undefined;
  let after = before + 1;
  while (before >= 0 && counter.readingAt(before) === undefined) before--;
  while (after < counter.length && counter.readingAt(after) === undefined) after++;
  if (before < 0 || after >= counter.length) return undefined;
  return { from: counter.timeAt(before), to: counter.timeAt(after) };
}

const none: EnergyAmount = { amount: 0, measuredTime: 0 };
