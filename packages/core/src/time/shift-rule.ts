import { type Shift, type Weekday, weekdays } from '../model/workshop-types.js';
import { dayLength, timeOfDay } from './iso.js';

/** A span on the wall, in milliseconds since midnight of the day on which the shift starts; above 24 h: next day. */
export interface WallSpan {
  readonly from: number;
  readonly to: number;
}

/** A shift with its times as numbers. */
export interface ShiftRule extends WallSpan {
  readonly shift: Shift;
  readonly breaks: readonly WallSpan[];
}

/**
 * The span of a shift on the wall.
 *
 * @throws {RangeError} if a time is not `HH:MM`
 */
export function shiftSpan({ from, to }: Pick<Shift, 'from' | 'to'>): WallSpan {
  const start = checkedTime('shift from', from);
  const end = checkedTime('shift to', to);
  return { from: start, to: end > start ? end : end + dayLength };
}

/**
 * The span of a break within its shift: one whose time of day lies before the shift's start is after midnight.
 *
 * @throws {RangeError} if a time is not `HH:MM`
 */
export function breakSpan(
  { from, to }: { readonly from: string; readonly to: string },
  shift: WallSpan,
): WallSpan {
  const time = checkedTime('break from', from);
  const start = time < shift.from ? time + dayLength : time;
  let end = checkedTime('break to', to);
  while (end <= start) end += dayLength;
  return { from: start, to: end };
}

/**
 * A shift with its times as numbers.
 *
 * @throws {RangeError} if a time is not `HH:MM`
 */
export function shiftRule(shift: Shift): ShiftRule {
  const span = shiftSpan(shift);
  return { shift, ...span, breaks: shift.breaks.map((one) => breakSpan(one, span)) };
}

/** The day of the week of a day counted from 1970-01-01, which was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return weekdays[daysSinceMonday(day)];
}

/** How many days a day counted from 1970-01-01 is after the Monday of its week. */
export function daysSinceMonday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function checkedTime(name: string, text: string): number {
  const time = timeOfDay(text);
  if (time === undefined)
    throw new RangeError(`invalid ${name}: ${text}, allowed: HH:MM from 00:00 to 24:00`);
  return time;
}
