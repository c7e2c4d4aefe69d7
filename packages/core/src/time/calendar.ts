import type { Text } from '../model/text.js';
import type { Calendar, Weekday } from '../model/workshop-types.js';
import { IntervalCache } from './interval-cache.js';
import { checkInterval, type Interval, intersection, subtract, union } from './interval.js';
import { dateOfDay, dayLength, dayOfDate, timeOfDay } from './iso.js';
import { type AncestorLookup, PlannedStops } from './planned-stops.js';
import { daysSinceMonday, type ShiftRule, shiftRule, weekdayOf, type WallSpan } from './shift-rule.js';
import { instantOf, isTimeZone, wallTime } from './zone.js';

/** A shift as it takes place on one day. */
export interface ShiftOccurrence extends Interval {
  readonly name: Text;
  /** Within the shift, in time order, without overlaps. */
  readonly breaks: readonly Interval[];
}

/** What the clock and the calendar on the wall of the site show. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly weekday: Weekday;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Days kept with their shifts resolved: more than two years, so that a year's figures find them all. */
const daysKept = 1000;

/** How far back {@link WorkCalendar.latestShift} looks: over the longest plant holidays. */
const daysSearched = 60;

/**
 * When a workshop works, in the time zone of its site. All times in and out are milliseconds since the epoch.
 *
 * Days on which clocks change have 23 or 25 hours, and so do production days; a shift over the change is longer
 * or shorter by the hour. A border in the missing hour is the moment of the change, one in the repeated hour its
 * first occurrence.
 */
export class WorkCalendar {
  /** IANA name of the site's time zone. */
  readonly timeZone: string;
  readonly #rules: readonly ShiftRule[];
  readonly #holidays: ReadonlySet<number>;
  readonly #dayStart: number;
  readonly #stops: PlannedStops;
  readonly #days = new Map<number, readonly ShiftOccurrence[]>();
  readonly #working = new IntervalCache<readonly Interval[]>();
  readonly #planned = new WeakMap<readonly Interval[], IntervalCache<readonly Interval[]>>();

  /**
   * @param timeZone - IANA name
   * @param tree - says what an equipment belongs to, for planned stops of a whole line; without it a stop holds
   *   only for the ids that it names
   * @throws {RangeError} if the time zone is not known or a time of the calendar is not valid
   */
  constructor(calendar: Calendar, timeZone: string, tree?: AncestorLookup) {
    if (!isTimeZone(timeZone)) throw new RangeError(`invalid time zone: ${timeZone}, allowed: an IANA name`);
    this.timeZone = timeZone;
    this.#rules = calendar.shifts.map(shiftRule);
    this.#holidays = new Set(calendar.holidays.map((date) => checked('holiday', date, dayOfDate(date))));
    this.#dayStart = checked('dayStart', calendar.dayStart, timeOfDay(calendar.dayStart));
    this.#stops = new PlannedStops(calendar.plannedStops, tree);
  }

  /** The shift at a time; where two overlap, the one that began last; `undefined` between shifts. */
  shiftAt(time: number): ShiftOccurrence | undefined {
    return this.#shiftsAround(time, time).findLast((shift) => shift.from <= time && time < shift.to);
  }

  /** The shift at a time, else the last one before it; `undefined` if there was none in sixty days. */
  latestShift(time: number): ShiftOccurrence | undefined {
    const today = this.#dayOf(time);
    for (let day = today + 1; day > today - daysSearched; day--) {
      const shift = this.#shiftsOf(day).findLast(({ from }) => from <= time);
      if (shift) return shift;
    }
    return undefined;
  }

  /** The shifts that have time in an interval, whole, in the order in which they begin. */
  shifts(interval: Interval): readonly ShiftOccurrence[] {
    checkInterval(interval);
    const { from, to } = interval;
    return this.#shiftsAround(from, to).filter((shift) => shift.from < to && shift.to > from);
  }

  /** The production day of a time: from the start of the day to that of the next, 23 to 25 hours. */
  productionDay(time: number): Interval {
    const day = this.#productionDayOf(time);
    return { from: this.#startOf(day), to: this.#startOf(day + 1) };
  }

  /** The week of a time: seven production days from Monday. */
  week(time: number): Interval {
    const day = this.#productionDayOf(time);
    const monday = day - daysSinceMonday(day);
    return { from: this.#startOf(monday), to: this.#startOf(monday + 7) };
  }

  /**
   * The time in an interval that is planned for production: shifts without breaks, holidays and planned stops.
   * Without shifts all time is planned but the production days of holidays and the planned stops.
   *
   * The list is shared between callers and must not be changed.
   *
   * @param equipment - id; its own planned stops and those of all it belongs to are taken out; without it only
   *   those that hold for all equipment
   * @returns in time order, without overlaps, inside the interval
   */
  planned(interval: Interval, equipment?: string): readonly Interval[] {
    checkInterval(interval);
    const stops = this.#stops.of(equipment);
    let cache = this.#planned.get(stops);
    if (!cache) this.#planned.set(stops, (cache = new IntervalCache()));
    return cache.get(interval, () => {
      const working = this.#working.get(interval, (whole) => this.#workingTime(whole));
      const near = stops.filter((stop) => stop.to > interval.from && stop.from < interval.to);
      return near.length === 0 ? working : working.flatMap((part) => subtract(part, near));
    });
  }

  /** What the wall of the site shows at a time. */
  local(time: number): LocalTime {
    const wall = wallTime(this.timeZone, time);
    const day = Math.floor(wall / dayLength);
    const rest = wall - day * dayLength;
    return {
      date: dateOfDay(day),
      weekday: weekdayOf(day),
      hour: Math.floor(rest / 3_600_000),
      minute: Math.floor(rest / 60_000) % 60,
      second: Math.floor(rest / 1000) % 60,
      millisecond: rest % 1000,
    };
  }

  #workingTime(interval: Interval): readonly Interval[] {
    if (this.#rules.length === 0) return subtract(interval, this.#holidaySpans());
    const worked = this.shifts(interval).flatMap((shift) => subtract(shift, shift.breaks));
    return union(worked).flatMap((part) => intersection(part, interval) ?? []);
  }

  #holidaySpans(): readonly Interval[] {
    return union(
      [...this.#holidays].map((day) => ({ from: this.#startOf(day), to: this.#startOf(day + 1) })),
    );
  }

  /** All shifts that can have time between two moments, in the order in which they begin. */
  #shiftsAround(from: number, to: number): ShiftOccurrence[] {
    const shifts: ShiftOccurrence[] = [];
    // A shift may begin the day before. One of the day after has begun where clocks were put back over midnight.
    const last = this.#dayOf(to) + 1;
    for (let day = this.#dayOf(from) - 1; day <= last; day++) shifts.push(...this.#shiftsOf(day));
    return shifts;
  }

  #shiftsOf(day: number): readonly ShiftOccurrence[] {
    let shifts = this.#days.get(day);
    if (!shifts) {
      shifts = this.#holidays.has(day) ? [] : this.#resolved(day);
      this.#days.set(day, shifts);
      if (this.#days.size > daysKept) this.#days.delete(this.#days.keys().next().value as number);
    }
    return shifts;
  }

  #resolved(day: number): ShiftOccurrence[] {
    const weekday = weekdayOf(day);
    return this.#rules
      .filter((rule) => rule.shift.days.includes(weekday))
      .map((rule) => {
        const span = this.#onDay(day, rule);
        const breaks = rule.breaks.flatMap((one) => intersection(this.#onDay(day, one), span) ?? []);
        return { name: rule.shift.name, ...span, breaks: union(breaks) };
      })
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from);
  }

  #onDay(day: number, span: WallSpan): Interval {
    const midnight = day * dayLength;
    return {
      from: instantOf(this.timeZone, midnight + span.from),
      to: instantOf(this.timeZone, midnight + span.to),
    };
  }

  #startOf(day: number): number {
    return instantOf(this.timeZone, day * dayLength + this.#dayStart);
  }

  #dayOf(time: number): number {
    return Math.floor(wallTime(this.timeZone, time) / dayLength);
  }

  #productionDayOf(time: number): number {
    let day = Math.floor((wallTime(this.timeZone, time) - this.#dayStart) / dayLength);
    // Where clocks were put back over the start of the day, the wall shows the day before once more.
    if (this.#startOf(day + 1) <= time) day++;
    return day;
  }
}

function checked(name: string, found: string, value: number | undefined): number {
  if (value === undefined)
    throw new RangeError(`invalid ${name}: ${found}, allowed: an ISO 8601 date or HH:MM`);
  return value;
}
