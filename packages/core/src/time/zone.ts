import { tzOffset } from '@date-fns/tz/tzOffset';
import { dayLength } from './iso.js';

const instant = new Date(0);

/** How far the wall clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(timeZone: string, time: number): number {
  instant.setTime(time);
  return tzOffset(timeZone, instant) * 60_000;
}

/** Whether this machine knows a time zone by that IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** What the wall clock shows at a moment, as milliseconds since 1970-01-01 00:00 on that wall. */
export function wallTime(timeZone: string, time: number): number {
  return time + offsetAt(timeZone, time);
}

/**
 * The first moment at which the wall clock shows a time or has passed it, in milliseconds since the epoch.
 *
 * Where clocks go forward, all times of the missing hour are the moment of the change; where they go back, a time
 * of the repeated hour is its first occurrence. So a later wall time is never an earlier moment, and shifts that
 * meet on the wall meet in time.
 *
 * @param wall - milliseconds since 1970-01-01 00:00 on the wall, as {@link wallTime} gives them
 */
export function instantOf(timeZone: string, wall: number): number {
  // No zone changes its clocks twice within two days, so one of these two offsets holds at the moment.
  const before = offsetAt(timeZone, wall - dayLength);
  const after = offsetAt(timeZone, wall + dayLength);
  const early = wall - before;
  if (before === after || offsetAt(timeZone, early) === before) return early;
  const late = wall - after;
  return offsetAt(timeZone, late) === after ? late : changeBetween(timeZone, late, early);
}

/** The moment between two at which the offset changes, found by halving. */
function changeBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
