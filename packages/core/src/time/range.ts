import type { WorkCalendar } from './calendar.js';
import { type CalendarDuration, parseDuration } from './duration.js';
import type { Interval } from './interval.js';
import { dayLength, writtenTime } from './iso.js';
import { instantOf, wallTime } from './zone.js';

/**
 * The interval that a `range` of an element means.
 *
 * - `shift`: the whole shift that runs now, else the last one; without shifts the production day
 * - `day`, `week`: the whole production day or week of now
 * - an ISO 8601 duration (`PT8H`): as long, and ends now
 * - an ISO 8601 interval (`2016-10-25T12:50:30Z/PT8H`): start and end, start and duration, or duration and end;
 *   times without a zone are those of the site
 *
 * Years, months, weeks and days are those of the site's calendar: `P1D` goes back to the same time of day.
 *
 * @param now - milliseconds since the epoch
 * @throws {RangeError} if the range is none of these or has no length
 */
export function resolveRange(range: string, calendar: WorkCalendar, now: number): Interval {
  switch (range) {
    case 'shift': {
      const shift = calendar.latestShift(now);
      return shift ? { from: shift.from, to: shift.to } : calendar.productionDay(now);
    }
    case 'day':
      return calendar.productionDay(now);
    case 'week':
      return calendar.week(now);
    case 'order':
      throw new RangeError('invalid range: order is not available, allowed: shift, day, week, ISO 8601');
  }
  const resolved = resolveIso(range, calendar.timeZone, now);
  if (resolved && resolved.from < resolved.to) return resolved;
  throw new RangeError(
    `invalid range: ${range}, allowed: shift, day, week, an ISO 8601 duration (PT8H) or interval (start/end)`,
  );
}

function resolveIso(range: string, timeZone: string, now: number): Interval | undefined {
  const [start, end, ...more] = range.split('/');
  if (more.length > 0) return undefined;
  const startDuration = parseDuration(start);
  if (startDuration) {
    const to = end === undefined ? now : momentOf(end, timeZone);
    return to === undefined ? undefined : { from: shifted(to, startDuration, -1, timeZone), to };
  }
  if (end === undefined) return undefined;
  const from = momentOf(start, timeZone);
  if (from === undefined) return undefined;
  const endDuration = parseDuration(end);
  const to = endDuration ? shifted(from, endDuration, 1, timeZone) : momentOf(end, timeZone);
  return to === undefined ? undefined : { from, to };
}

function momentOf(text: string, timeZone: string): number | undefined {
  const written = writtenTime(text);
  if (!written) return undefined;
  const wall = written.day * dayLength + written.timeOfDay;
  return written.offset === undefined ? instantOf(timeZone, wall) : wall - written.offset;
}

/** A moment moved by a duration: years to days on the wall, the rest in time. */
function shifted(time: number, length: CalendarDuration, sign: 1 | -1, timeZone: string): number {
  const { years, months, days, milliseconds } = length;
  const rest = sign * milliseconds;
  if (years + months + days === 0) return time + rest;
  const wall = wallTime(timeZone, time);
  const day = Math.floor(wall / dayLength);
  const moved = movedByMonths(day, sign * (years * 12 + months)) + sign * days;
  return instantOf(timeZone, wall + (moved - day) * dayLength) + rest;
}

/** A day some months later; the last of the month where that has fewer days. */
function movedByMonths(day: number, months: number): number {
  if (months === 0) return day;
  const date = new Date(day * dayLength);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDate = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / dayLength + Math.min(date.getUTCDate(), lastDate) - 1;
}
