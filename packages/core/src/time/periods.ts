import type { Text } from '../model/text.js';
import type { ShiftOccurrence, WorkCalendar } from './calendar.js';
import type { Interval } from './interval.js';
import { dayLength } from './iso.js';
import { instantOf, wallTime } from './zone.js';

/** Which of the past periods are wanted. */
export interface PeriodOptions {
  /** Whether the one that runs now is the last of them, as far as it is planned to go. Default: only complete ones. */
  readonly running?: boolean;
}

/** Which of the past shifts are wanted. */
export interface ShiftOptions extends PeriodOptions {
  /** Their name, in any of its languages. Default: all. */
  readonly name?: string;
}

/** How far back shifts are looked for, and in which steps. */
const daysSearched = 400;
const daysAtOnce = 8;

/**
 * The last shifts, the newest last: "the last three night shifts". Fewer where the calendar had no more in 400 days.
 *
 * @param now - milliseconds since the epoch
 * @param count - 1 or more
 * @throws {RangeError} if the count is not a whole number above 0
 */
export function lastShifts(
  calendar: WorkCalendar,
  now: number,
  count: number,
  { name, running = false }: ShiftOptions = {},
): ShiftOccurrence[] {
  checkCount(count);
  let found: ShiftOccurrence[] = [];
  // A border of its own for now: shifts() leaves out what only begins there.
  let to = now + 1;
  while (found.length < count && to > now - daysSearched * dayLength) {
    const from = to - daysAtOnce * dayLength;
    const earlier = calendar
      .shifts({ from, to })
      .filter((shift) => shift.from >= from && (running ? shift.from <= now : shift.to <= now))
      .filter((shift) => name === undefined || isNamed(shift.name, name));
    found = [...earlier, ...found];
    to = from;
  }
  return found.slice(-count);
}

/** Whether a text says so in any of its languages, in capitals or not. */
export function isNamed(text: Text, name: string): boolean {
  const wanted = name.toLowerCase();
  return (typeof text === 'string' ? [text] : Object.values(text)).some(
    (word) => word.toLowerCase() === wanted,
  );
}

/** Periods of the calendar that follow each other without a gap. */
export type CalendarUnit = 'day' | 'week' | 'month';

/**
 * The production day, the week of seven production days from Monday, or the month of production days that a time
 * belongs to. A production day belongs to the month of the date on which it begins.
 */
export function calendarPeriod(calendar: WorkCalendar, unit: CalendarUnit, time: number): Interval {
  if (unit === 'day') return calendar.productionDay(time);
  if (unit === 'week') return calendar.week(time);
  const begin = new Date(wallTime(calendar.timeZone, calendar.productionDay(time).from));
  const firstOf = (month: number) => {
    // The last moment of the date is in the production day that begins on it, whenever that begins.
    const end = Date.UTC(begin.getUTCFullYear(), month, 2) - 1;
    return calendar.productionDay(instantOf(calendar.timeZone, end)).from;
  };
  return { from: firstOf(begin.getUTCMonth()), to: firstOf(begin.getUTCMonth() + 1) };
}

/**
 * The last production days, weeks or months, the newest last; each ends where the next begins.
 *
 * @param now - milliseconds since the epoch
 * @param count - 1 or more
 * @throws {RangeError} if the count is not a whole number above 0
 */
export function lastPeriods(
  calendar: WorkCalendar,
  unit: CalendarUnit,
  now: number,
  count: number,
  { running = false }: PeriodOptions = {},
): Interval[] {
  checkCount(count);
  let period = calendarPeriod(calendar, unit, now);
  if (!running) period = calendarPeriod(calendar, unit, period.from - 1);
  const periods = [period];
  while (periods.length < count) periods.unshift(calendarPeriod(calendar, unit, periods[0].from - 1));
  return periods;
}

function checkCount(count: number): void {
  if (!(Number.isInteger(count) && count > 0)) {
    throw new RangeError(`invalid count: ${count}, allowed: a whole number above 0`);
  }
}
