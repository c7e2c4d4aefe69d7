import { type Clock, type Interval, textIn, type Twin } from '@twinfloor/core';
import type { Language } from '../internal/language.js';
import type { RangeKind } from './range-steps.js';

/** A moment in words: the time of day, with the date where it is another day than the present. */
export function momentWords(twin: Twin, time: number, { formats }: Language): string {
  const { clock, calendar, workshop } = twin;
  const isToday = calendar.local(time).date === calendar.local(clock.present).date;
  return isToday ? formats.time(time, workshop.timeZone) : formats.dateTime(time, workshop.timeZone);
}

/** Which time the page shows, as a sentence: the present, or plainly not. */
export function clockSentence(twin: Twin, language: Language): string {
  const { clock } = twin;
  const { terms } = language;
  const moment = momentWords(twin, clock.now(), language);
  if (clock.mode === 'live') return terms.liveSentence(moment);
  if (clock.mode === 'at') return terms.momentSentence(moment);
  return terms.replaySentence(moment, speedWords(clock.speed, language));
}

/** A speed of the replay: `60×`. */
export function speedWords(speed: Clock['speed'], { terms, formats }: Language): string {
  return terms.times(formats.number(speed));
}

/** A range in words: the name of a shift with its date and span, a date, two dates, or two moments. */
export function rangeWords(
  twin: Twin,
  interval: Interval,
  kind: RangeKind | undefined,
  { formats, tag }: Language,
): string {
  const { timeZone } = twin.workshop;
  const { from, to } = interval;
  const date = formats.date(from, timeZone);
  if (kind === 'day') return date;
  // The last production day of a week goes on into the next calendar day.
  if (kind === 'week') return `${date} – ${formats.date(twin.calendar.productionDay(to - 1).from, timeZone)}`;
  if (kind === undefined) return `${formats.dateTime(from, timeZone)} – ${formats.dateTime(to, timeZone)}`;
  const shift = twin.calendar.shifts(interval).find((one) => one.from === from && one.to === to);
  const name = shift ? `${textIn(shift.name, tag)} ` : '';
  return `${date} ${name}${spanWords(interval, timeZone, formats)}`;
}

/** From and to as times of day: `06:00–14:00`. */
export function spanWords({ from, to }: Interval, timeZone: string, formats: Language['formats']): string {
  return `${formats.time(from, timeZone)}–${formats.time(to, timeZone)}`;
}
