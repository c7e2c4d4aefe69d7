import type { WorkCalendar } from './calendar.js';
import { checkInterval, duration, type Interval } from './interval.js';
import { dayLength } from './iso.js';
import { instantOf, wallTime } from './zone.js';

/** How many earlier days are looked through for one with as much planned time. */
const daysSearched = 7;

/**
 * The interval that one is best compared with: the same local times of an earlier day, of an earlier week where it is
 * longer than a day. For an interval with planned time, the last day that has planned time too: what was used on a
 * Sunday says nothing about Monday.
 *
 * @throws {RangeError} if the interval is not finite or runs backwards
 */
export function comparableInterval(calendar: WorkCalendar, interval: Interval): Interval {
  checkInterval(interval);
  // A production day has up to 25 hours.
  const days = Math.ceil((duration(interval) - dayLength / 24) / dayLength);
  if (days > 1) return movedBack(calendar.timeZone, interval, Math.ceil(days / 7) * 7);
  const isPlanned = calendar.planned(interval).length > 0;
  for (let back = 1; isPlanned && back <= daysSearched; back++) {
    const earlier = movedBack(calendar.timeZone, interval, back);
    if (calendar.planned(earlier).length > 0) return earlier;
  }
  return movedBack(calendar.timeZone, interval, 1);
}

function movedBack(timeZone: string, { from, to }: Interval, days: number): Interval {
  const back = (time: number) => instantOf(timeZone, wallTime(timeZone, time) - days * dayLength);
  return { from: back(from), to: Math.max(back(from), back(to)) };
}
