import { textIn } from '../model/text.js';
import type { WorkCalendar } from './calendar.js';
import type { Interval } from './interval.js';
import { dayLength } from './iso.js';
import { calendarPeriod, lastPeriods, lastShifts } from './periods.js';
import { resolveRange } from './range.js';

const wordPattern = /^(shift|day|week|month)(?::(.*?))?(?::(-?)(\d{1,4}))?$/;
const allowed =
  'shift, day, week or month, with a count (day:-7: the last seven complete ones, day:7: with the one that runs), ' +
  'shifts with a name (shift:night:-3), an ISO 8601 duration or interval; several with ; between';

/**
 * The intervals that a text means, in time order, without overlaps.
 *
 * - `shift`, `day`, `week`, `month`: the one that runs now; for a shift else the last one
 * - `shift:-3`, `day:-7`, `week:-4`, `month:-12`: the last so many that are complete
 * - `shift:3`: the last so many with the one that runs now
 * - `shift:night`, `shift:night:-3`, `shift:夜班:-3`: only shifts of that name
 * - an ISO 8601 duration or interval, as a `range` of an element has it
 * - several of these with `;` between them
 *
 * What overlaps becomes one; what only touches stays apart, so that each shift or day can be looked at alone.
 *
 * @param now - milliseconds since the epoch
 * @throws {RangeError} if a part is none of these, or the calendar has no shift of that name
 */
export function resolveRanges(text: string, calendar: WorkCalendar, now: number): Interval[] {
  const intervals = text
    .split(';')
    .flatMap((part) => resolvePart(part.trim(), calendar, now))
    .sort((a, b) => a.from - b.from);
  const apart: Interval[] = [];
  for (const { from, to } of intervals) {
    const last = apart[apart.length - 1];
    if (last && from < last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else apart.push({ from, to });
  }
  return apart;
}

function resolvePart(part: string, calendar: WorkCalendar, now: number): readonly Interval[] {
  const match = wordPattern.exec(part);
  if (!match) return [resolveIso(part, calendar, now)];
  const [, unit, given, sign, digits] = match;
  const isCountOnly = digits === undefined && /^-?\d{1,4}$/.test(given ?? '');
  const name = given === undefined || given === '' || isCountOnly ? undefined : given;
  const countText = isCountOnly ? given : digits === undefined ? undefined : sign + digits;
  const count = Math.abs(Number(countText ?? 1));
  if (count === 0 || given === '' || (name !== undefined && unit !== 'shift')) {
    throw new RangeError(`invalid range: ${part}, allowed: ${allowed}`);
  }
  const running = !countText?.startsWith('-');
  if (unit !== 'shift') {
    if (countText === undefined) return [calendarPeriod(calendar, unit as 'day', now)];
    return lastPeriods(calendar, unit as 'day', now, count, { running });
  }
  if (countText === undefined && name === undefined) return [resolveRange('shift', calendar, now)];
  const shifts = lastShifts(calendar, now, count, { running, ...(name !== undefined && { name }) });
  if (shifts.length === 0)
    throw new RangeError(`invalid range: ${part}, allowed: ${shiftNames(calendar, now)}`);
  return shifts;
}

function resolveIso(part: string, calendar: WorkCalendar, now: number): Interval {
  try {
    return resolveRange(part, calendar, now);
  } catch {
    throw new RangeError(`invalid range: ${part}, allowed: ${allowed}`);
  }
}

function shiftNames(calendar: WorkCalendar, now: number): string {
  const shifts = calendar.shifts({ from: now - 30 * dayLength, to: now });
  const names = new Set(shifts.map(({ name }) => textIn(name, 'en')));
  return names.size === 0 ? 'no shift, the calendar has none' : `a shift of ${[...names].join(', ')}`;
}
