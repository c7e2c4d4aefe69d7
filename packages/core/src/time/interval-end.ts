import { dayLength, dayOfDate, timeOfDay } from './iso.js';
import { instantOf } from './zone.js';

/**
 * The end of a metered interval from the stamp of its row.
 *
 * @param date - local date `YYYY-MM-DD`
 * @param clock - local wall time `HH:MM`; in the hour that clocks repeat its first occurrence
 * @param timeZone - IANA name of the meter's time zone
 * @param midnight - what 00:00 is: `start` of its date (default), as in ISO 8601, or `end` of its date, as many
 *   meters write the last interval of a day; 24:00 is always the end
 * @returns milliseconds since the epoch
 * @throws {RangeError} if the date or the time is not written so
 */
export function intervalEnd(
  date: string,
  clock: string,
  timeZone: string,
  midnight: 'start' | 'end' = 'start',
): number {
  const day = dayOfDate(date);
  if (day === undefined) throw new RangeError(`invalid date: ${date}, allowed: YYYY-MM-DD`);
  const time = timeOfDay(clock);
  if (time === undefined) throw new RangeError(`invalid time: ${clock}, allowed: HH:MM from 00:00 to 24:00`);
  const ofDay = time === 0 && midnight === 'end' ? dayLength : time;
  return instantOf(timeZone, day * dayLength + ofDay);
}
