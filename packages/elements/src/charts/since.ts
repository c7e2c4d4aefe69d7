import type { Language } from '../internal/language.js';
import { zoneOf } from './zone.js';

const day = 86_400_000;

/** Since when and for how long something has lasted, in words; the day is said when it was another one. */
export function sinceWords(
  since: number | undefined,
  time: number,
  timeZone: string,
  { terms, formats }: Language,
): string {
  if (since === undefined) return '';
  const zone = zoneOf(timeZone);
  const isSameDay = Math.floor(zone.local(since) / day) === Math.floor(zone.local(time) / day);
  const begin = isSameDay ? zone.clock(since) : formats.dateTime(since, timeZone);
  return terms.sinceFor(begin, formats.duration(Math.max(0, time - since)));
}
