import type { CounterSeries } from '../../series/counter-series.js';
import type { Interval } from '../../time/interval.js';
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
  { counter, power, powerKnownUntil }: EnergyRecord,
  interval: Interval,
): EnergyAmount {
  if (counter?.firstTime !== undefined && counter.lastTime !== undefined) {
    const from = Math.max(interval.from, counter.firstTime);
    const to = Math.min(interval.to, counter.lastTime);
    if (from >= to) return none;
    return { amount: counter.amount({ from, to }) ?? 0, measuredTime: to - from };
  }
  const to = Math.min(interval.to, powerKnownUntil ?? Infinity);
  if (power === undefined || to <= interval.from) return none;
  const known = { from: interval.from, to };
  return { amount: (power.integral(known) ?? 0) / hour, measuredTime: power.covered(known) };
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
