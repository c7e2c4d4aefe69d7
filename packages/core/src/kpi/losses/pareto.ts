import type { Interval } from '../../time/interval.js';
import { allow } from '../allow.js';
import { ratio } from '../ratio.js';
import type { StopTime } from './machine-stops.js';

/** An amount of time that belongs to a key: a reason, a machine, a product, a shift, a loss. */
export interface ParetoEntry<Key> {
  /** `undefined`: nobody said. */
  readonly key: Key | undefined;
  /** Milliseconds. */
  readonly duration: number;
  /** How many stops; 0 for the further parts of one that was counted already. */
  readonly count: number;
}

/** All that belongs to one key. */
export interface ParetoRow<Key> extends ParetoEntry<Key> {
  /** Share of the duration of all, 0 to 1; `undefined` where that is 0. */
  readonly share: number | undefined;
  /** Share of this row and all before it. The last row has 1. */
  readonly cumulativeShare: number | undefined;
  /** Milliseconds a stop: the mean time to restore (MTTR), as far as the stops lie in the time asked about. */
  readonly meanDuration: number | undefined;
}

/**
 * Time by key, the longest first, of equal ones the more frequent. What has no key is a row of its own in its place: it is not
 * hidden and not shared out.
 *
 * @throws {RangeError} if a duration is negative or not a number
 *
 * @example
 * ```ts
 * pareto(machineStops(machine, planned).map((stop) => stopEntry(stop, stop.reason)));
 * ```
 */
export function pareto<Key>(entries: Iterable<ParetoEntry<Key>>): ParetoRow<Key>[] {
  const sums = new Map<Key | undefined, { duration: number; count: number }>();
  let total = 0;
  for (const { key, duration, count } of entries) {
    allow(duration >= 0, 'duration', duration, '0 or more');
    const sum = sums.get(key) ?? { duration: 0, count: 0 };
    sums.set(key, { duration: sum.duration + duration, count: sum.count + count });
    total += duration;
  }
  const rows = [...sums].sort(([, a], [, b]) => b.duration - a.duration || b.count - a.count);
  let running = 0;
  return rows.map(([key, { duration, count }], index) => {
    running += duration;
    return {
      key,
      duration,
      count,
      share: ratio(duration, total),
      // Fractions of a millisecond may add up to a hair less in another order.
      cumulativeShare: ratio(index === rows.length - 1 ? total : running, total),
      meanDuration: ratio(duration, count),
    };
  });
}

/** A stop as an entry of a Pareto. */
export function stopEntry<Key>(stop: StopTime, key: Key | undefined): ParetoEntry<Key> {
  return { key, duration: stop.to - stop.from, count: stop.continues ? 0 : 1 };
}

/** A time with what it is counted for: the shift or the product that had it. */
export interface KeyedTime<Key> extends Interval {
  readonly key: Key | undefined;
}

/**
 * Stops as entries of a Pareto by what had the time, cut at its borders, so that each shift or product has its own time and
 * all add up to the stops. A stop counts where it begins. Time that nothing had has no key.
 *
 * @param stops - in time order
 * @param times - in time order, without overlaps
 */
export function stopEntriesWithin<Key>(
  stops: readonly StopTime[],
  times: readonly KeyedTime<Key>[],
): ParetoEntry<Key>[] {
  const entries: ParetoEntry<Key>[] = [];
  let first = 0;
  for (const stop of stops) {
    let begin = stop.from;
    const add = (to: number, key: Key | undefined) => {
      if (begin < to) {
        const count = begin === stop.from && !stop.continues ? 1 : 0;
        entries.push({ key, duration: to - begin, count });
      }
      begin = Math.max(begin, to);
    };
    while (first < times.length && times[first].to <= stop.from) first++;
    for (let index = first; index < times.length && times[index].from < stop.to; index++) {
      add(times[index].from, undefined);
      add(Math.min(times[index].to, stop.to), times[index].key);
    }
    add(stop.to, undefined);
  }
  return entries;
}
