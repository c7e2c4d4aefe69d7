import type { WorkCalendar } from './calendar.js';
import type { Interval } from './interval.js';
import { dayLength } from './iso.js';

/** How far ahead is looked: longer than any order runs. */
const daysSearched = 800;

/**
 * The moment at which an amount of planned time will have passed: over breaks, nights, holidays and planned stops.
 * Work that ends with a shift ends there and not at the beginning of the next.
 *
 * @param start - milliseconds since the epoch
 * @param workTime - milliseconds of planned time, 0 or more; 0 is the start itself
 * @param equipment - id; without it only planned stops of all equipment are taken out
 * @returns milliseconds since the epoch; `undefined` if so much is not planned in the next two years
 * @throws {RangeError} if start or work time are not finite, or the work time is negative
 */
export function plannedTimeAfter(
  calendar: WorkCalendar,
  start: number,
  workTime: number,
  equipment?: string,
): number | undefined {
  if (!Number.isFinite(start))
    throw new RangeError(`invalid start: ${start}, allowed: milliseconds since the epoch`);
  if (!(workTime >= 0 && workTime < Infinity)) {
    throw new RangeError(`invalid workTime: ${workTime}, allowed: 0 or more`);
  }
  return momentAfter((interval) => calendar.planned(interval, equipment), start, workTime);
}

/** The same for any plan that says what parts of an interval are planned, in time order. */
export function momentAfter(
  planned: (interval: Interval) => readonly Interval[],
  start: number,
  workTime: number,
): number | undefined {
  let left = workTime;
  if (left === 0) return start;
  let from = start;
  for (let days = 1; from < start + daysSearched * dayLength; days = Math.min(32, days * 2)) {
    const to = from + days * dayLength;
    for (const part of planned({ from, to })) {
      if (part.to - part.from >= left) return part.from + left;
      left -= part.to - part.from;
    }
    from = to;
  }
  return undefined;
}
