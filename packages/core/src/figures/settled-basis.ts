import type { EnergyRecord } from '../kpi/energy/energy.js';
import type { CounterSeries } from '../series/counter-series.js';
import type { Series } from '../series/series.js';

/**
 * Numbers that differ whenever what a series says of the time before a moment may: an observation came late, took the
 * place of another or was dropped, or the series has not reached the moment yet. They stay while observations only come
 * after it, so that a figure of yesterday is not calculated again with every sample of today.
 *
 * @param end - milliseconds since the epoch
 */
export function settledBasis(series: Series | undefined, end: number): [number, number] {
  if (series === undefined) return [-1, -Infinity];
  return [series.lateCount + series.revision - series.length, Math.min(series.lastTime ?? -Infinity, end)];
}

/** The numbers of {@link settledBasis} for what a meter or a machine says of its energy before a moment. */
export function energyBasis(
  { counter, power, powerKnownUntil = Infinity }: EnergyRecord,
  end: number,
): readonly number[] {
  const until = Math.min(powerKnownUntil, end);
  if (counter === undefined) return [...settledBasis(power, end), until];
  return [
    ...settledBasis(counter, end),
    Math.min(lastReading(counter), end),
    ...settledBasis(power, end),
    until,
  ];
}

/** After a gap the next reading tells what a counter grew by since the last one before it. */
function lastReading(counter: CounterSeries): number {
  let index = counter.length - 1;
  while (index >= 0 && counter.readingAt(index) === undefined) index--;
  return index < 0 ? -Infinity : counter.timeAt(index);
}
