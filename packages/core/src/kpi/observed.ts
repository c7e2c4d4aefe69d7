import type { ColumnSeries } from '../series/column-series.js';
import type { NumberSeries } from '../series/number-series.js';
import type { Interval } from '../time/interval.js';

/** Positions of what was observed within an interval: from the first up to `end`, which does not belong to them. */
export function observedIn(
  series: ColumnSeries,
  { from, to }: Interval,
): { readonly first: number; readonly end: number } {
  return { first: firstNotBefore(series, from), end: firstNotBefore(series, to) };
}

/** Calls back for each reading observed within some intervals, with its time; those of bad quality are left out. */
export function forEachReading(
  readings: NumberSeries,
  intervals: readonly Interval[],
  callback: (reading: number, time: number) => void,
): void {
  for (const interval of intervals) {
    const { first, end } = observedIn(readings, interval);
    for (let index = first; index < end; index++) {
      const reading = readings.valueAt(index);
      if (reading !== undefined) callback(reading, readings.timeAt(index));
    }
  }
}

function firstNotBefore(series: ColumnSeries, time: number): number {
  const index = series.indexAt(time);
  return index >= 0 && series.timeAt(index) === time ? index : index + 1;
}
