import type { Interval, WorkCalendar } from '@twinfloor/core';

/** The ranges that have an earlier and a later one of their kind. */
export const rangeKinds = ['shift', 'day', 'week'] as const;

/** What a range is one of. */
export type RangeKind = (typeof rangeKinds)[number];

const day = 86_400_000;
/** How far ahead a shift is looked for: over the longest plant holidays. */
const ahead = 60 * day;

/** What an interval is one of; `undefined` where it is of any other length. */
export function kindOf(calendar: WorkCalendar, interval: Interval): RangeKind | undefined {
  if (calendar.shifts(interval).some((shift) => equal(shift, interval))) return 'shift';
  if (equal(calendar.productionDay(interval.from), interval)) return 'day';
  return equal(calendar.week(interval.from), interval) ? 'week' : undefined;
}

/**
 * The interval before or after one of the same kind; of any other length, the one that touches it.
 *
 * @returns `undefined` where there is no such shift
 */
export function steppedRange(
  calendar: WorkCalendar,
  interval: Interval,
  direction: -1 | 1,
): Interval | undefined {
  const { from, to } = interval;
  // From a moment of it, so that days of 23 and 25 hours are met.
  const there = direction < 0 ? from - 1 : to;
  switch (kindOf(calendar, interval)) {
    case 'shift':
      return direction < 0
        ? calendar.latestShift(there)
        : calendar.shifts({ from, to: to + ahead }).find((shift) => shift.from > from);
    case 'day':
      return calendar.productionDay(there);
    case 'week':
      return calendar.week(there);
    default:
      return { from: from + direction * (to - from), to: to + direction * (to - from) };
  }
}

/** An interval as elements and workshop files write it: ISO 8601, UTC. */
export function writtenRange({ from, to }: Interval): string {
  return `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
}

/** Whether two intervals are the same time. */
export function equal(a: Interval, b: Interval): boolean {
  return a.from === b.from && a.to === b.to;
}
