const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const clockPattern = /^(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?$/;
const zonePattern = /^([+-])(\d\d):?(\d\d)$/;

/** Milliseconds in a day of 24 hours. */
export const dayLength = 86_400_000;

/**
 * The day of a local date, counted from 1970-01-01 as 0.
 *
 * @param date - `YYYY-MM-DD`
 * @returns `undefined` if it is not written so or the calendar has no such day
 */
export function dayOfDate(date: string): number | undefined {
  const match = datePattern.exec(date);
  if (!match) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  // 2026-02-30 would become 2026-03-02.
  return new Date(time).toISOString().startsWith(date) ? time / dayLength : undefined;
}

/** The local date `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/**
 * A time of day in milliseconds since its midnight.
 *
 * @param clock - `HH:MM`, with seconds and fractions if need be; `24:00` is the end of the day
 * @returns `undefined` if there is no such time
 */
export function timeOfDay(clock: string): number | undefined {
  const match = clockPattern.exec(clock);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (minute > 59 || second > 59) return undefined;
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(Number(match[4] ?? 0) * 1000);
  return time <= dayLength ? time : undefined;
}

/** A moment as it is written: its wall time, and how far that wall is ahead of UTC if the text says so. */
export interface WrittenTime {
  /** Day counted from 1970-01-01. */
  readonly day: number;
  /** Milliseconds since midnight. */
  readonly timeOfDay: number;
  /** Milliseconds ahead of UTC; `undefined` for a time without a zone, which is local. */
  readonly offset: number | undefined;
}

/**
 * Takes an ISO 8601 date or date and time apart: `2026-03-29`, `2026-03-29T06:00`, `2026-03-29T04:00:00.5Z`,
 * `2026-03-29T06:00+02:00`.
 *
 * @returns `undefined` if it is none, or names a day or time that does not exist
 */
export function writtenTime(text: string): WrittenTime | undefined {
  const day = dayOfDate(text.slice(0, 10));
  if (day === undefined) return undefined;
  if (text.length === 10) return { day, timeOfDay: 0, offset: undefined };
  const zoneAt = text.slice(11).search(/[Z+-]/);
  const clock = zoneAt < 0 ? text.slice(11) : text.slice(11, 11 + zoneAt);
  const time = text[10] === 'T' ? timeOfDay(clock) : undefined;
  if (time === undefined) return undefined;
  if (zoneAt < 0) return { day, timeOfDay: time, offset: undefined };
  const offset = zoneOffset(text.slice(11 + zoneAt));
  return offset === undefined ? undefined : { day, timeOfDay: time, offset };
}

/**
 * The milliseconds since the epoch of an ISO 8601 time that names its zone: `Z` or an offset.
 *
 * @returns `undefined` if it is none, or has no zone
 */
export function zonedTime(text: string): number | undefined {
  const written = writtenTime(text);
  if (written?.offset === undefined) return undefined;
  return written.day * dayLength + written.timeOfDay - written.offset;
}

function zoneOffset(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const match = zonePattern.exec(zone);
  if (!match || Number(match[2]) > 23 || Number(match[3]) > 59) return undefined;
  return (match[1] === '-' ? -60_000 : 60_000) * (Number(match[2]) * 60 + Number(match[3]));
}
