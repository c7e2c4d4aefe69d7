import { type Tariff, type TariffBandName, weekdays } from '../model/workshop-types.js';
import { IntervalCache } from './interval-cache.js';
import { checkInterval, type Interval } from './interval.js';
import { dayLength, dayOfDate, timeOfDay } from './iso.js';
import { instantOf, isTimeZone, wallTime } from './zone.js';

/** A span of time with one price of electricity. */
export interface TariffSpan extends Interval {
  /** `undefined` where no band of the tariff holds, or no tariff yet. */
  readonly band: TariffBandName | undefined;
  /** Price of a kWh; `undefined` where no band holds. */
  readonly price: number | undefined;
  /** ISO 4217; `undefined` where no tariff holds yet. */
  readonly currency: string | undefined;
  /** What its publisher calls the tariff; absent where none holds, or it was not told. */
  readonly version?: string;
}

/** A band with its hours as milliseconds since midnight, none of which runs over midnight. */
interface BandRule {
  readonly band: TariffBandName;
  readonly price: number;
  readonly months: ReadonlySet<number> | undefined;
  /** Days of the week from Monday, 0 to 6. */
  readonly weekdays: ReadonlySet<number> | undefined;
  /** Days counted from 1970-01-01. */
  readonly days: ReadonlySet<number> | undefined;
  readonly hours: readonly Interval[];
}

interface TariffRule {
  /** First day, counted from 1970-01-01. */
  readonly firstDay: number;
  /** What a span says of the tariff. */
  readonly told: Pick<TariffSpan, 'currency' | 'version'>;
  readonly bands: readonly BandRule[];
}

/** Days kept with their spans resolved: more than a year, so that a year's cost finds them all. */
const daysKept = 400;

/**
 * Which band of the electricity tariff holds when, and what a kWh costs then, in the time zone of the site. All
 * times in and out are milliseconds since the epoch.
 *
 * Tariffs follow each other: each holds from its first local day until the next one begins, so what was used under
 * an old one keeps its old price. Hours, months, days and dates are those of the wall; a band that runs over midnight
 * belongs with each part to the day, and so to the month, date and tariff, of that part. On days on which clocks change, a
 * border in the missing hour is the moment of the change, one in the repeated hour its first occurrence.
 */
export class TariffCalendar {
  /** IANA name of the site's time zone. */
  readonly timeZone: string;
  readonly #rules: readonly TariffRule[];
  readonly #days = new Map<number, readonly TariffSpan[]>();
  readonly #spans = new IntervalCache<readonly TariffSpan[]>();

  /**
   * @param tariffs - in any order; of two that begin on the same day the later in the list counts
   * @param timeZone - IANA name
   * @throws {RangeError} if the time zone is not known, or a date or time of a tariff is not valid
   */
  constructor(tariffs: readonly Tariff[], timeZone: string) {
    if (!isTimeZone(timeZone)) throw new RangeError(`invalid time zone: ${timeZone}, allowed: an IANA name`);
    this.timeZone = timeZone;
    this.#rules = tariffs
      .map(ruleOf)
      .sort((a, b) => (a.firstDay === b.firstDay ? 0 : a.firstDay - b.firstDay));
  }

  /** Whether there is no tariff at all. */
  get isEmpty(): boolean {
    return this.#rules.length === 0;
  }

  /** The span that holds at a time, from the start of its local day at the earliest, to its end at the latest. */
  at(time: number): TariffSpan {
    if (!Number.isFinite(time)) throw new RangeError(`invalid time: ${time}, allowed: a finite number`);
    const day = Math.floor(wallTime(this.timeZone, time) / dayLength);
    // Where clocks are put back over midnight, the wall shows the end of the day before once more.
    for (const near of [day, day + 1, day - 1]) {
      const span = this.#spansOf(near).find(({ from, to }) => from <= time && time < to);
      if (span) return span;
    }
    return { from: time, to: time, ...nothing };
  }

  /**
   * An interval in spans of one price, in time order, without a hole; neighbours of the same band, price and
   * version are one.
   *
   * The list is shared between callers and must not be changed.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  spans(interval: Interval): readonly TariffSpan[] {
    checkInterval(interval);
    return this.#spans.get(interval, (whole) => this.#resolved(whole));
  }

  #resolved({ from, to }: Interval): readonly TariffSpan[] {
    const spans: TariffSpan[] = [];
    const last = Math.floor(wallTime(this.timeZone, to) / dayLength) + 1;
    for (let day = Math.floor(wallTime(this.timeZone, from) / dayLength) - 1; day <= last; day++) {
      for (const span of this.#spansOf(day)) {
        const begin = Math.max(span.from, from);
        const end = Math.min(span.to, to);
        if (begin >= end) continue;
        const before = spans[spans.length - 1];
        if (before && isAlike(before, span)) spans[spans.length - 1] = { ...before, to: end };
        else spans.push({ ...span, from: begin, to: end });
      }
    }
    return spans;
  }

  #spansOf(day: number): readonly TariffSpan[] {
    let spans = this.#days.get(day);
    if (!spans) {
      spans = this.#ofDay(day);
      this.#days.set(day, spans);
      if (this.#days.size > daysKept) this.#days.delete(this.#days.keys().next().value as number);
    }
    return spans;
  }

  #ofDay(day: number): readonly TariffSpan[] {
    const instant = (time: number) => instantOf(this.timeZone, day * dayLength + time);
    const rule = this.#rules.findLast(({ firstDay }) => firstDay <= day);
    if (!rule) return [{ from: instant(0), to: instant(dayLength), ...nothing }];
    const month = new Date(day * dayLength).getUTCMonth() + 1;
    // 1970-01-01 was a Thursday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    const bands = rule.bands.filter(
      (band) => isIn(band.months, month) && isIn(band.weekdays, weekday) && isIn(band.days, day),
    );
    const borders = new Set([0, dayLength]);
    for (const { hours } of bands) for (const { from, to } of hours) borders.add(from).add(to);
    const sorted = [...borders].sort((a, b) => a - b);
    const spans: TariffSpan[] = [];
    for (let index = 1; index < sorted.length; index++) {
      const [from, to] = [sorted[index - 1], sorted[index]];
      const found = bands.find(({ hours }) => hours.some((one) => one.from <= from && from < one.to));
      const span = {
        from: instant(from),
        to: instant(to),
        band: found?.band,
        price: found?.price,
        ...rule.told,
      };
      // All of a band may lie in an hour that the clocks leave out.
      if (span.from < span.to) spans.push(span);
    }
    return spans;
  }
}

const nothing = { band: undefined, price: undefined, currency: undefined };

function isAlike(a: TariffSpan, b: TariffSpan): boolean {
  return a.band === b.band && a.price === b.price && a.currency === b.currency && a.version === b.version;
}

function isIn(allowed: ReadonlySet<number> | undefined, value: number): boolean {
  return allowed === undefined || allowed.has(value);
}

function ruleOf({ validFrom, version, currency, bands }: Tariff): TariffRule {
  return {
    firstDay: validFrom === undefined ? -Infinity : checkedDay('validFrom', validFrom),
    told: version === undefined ? { currency } : { currency, version },
    bands: bands.map(({ band, price, hours, months, days, dates }) => {
      if (!Number.isFinite(price)) {
        throw new RangeError(`invalid price: ${price}, allowed: a finite number`);
      }
      return {
        band,
        price,
        months: months && new Set(months),
        weekdays: days && new Set(days.map((day) => weekdays.indexOf(day))),
        days: dates && new Set(dates.map((date) => checkedDay('date', date))),
        hours: hours.flatMap(({ from, to }) => hoursOf(checked(from), checked(to))),
      };
    }),
  };
}

/** Hours that run over midnight are those until midnight, and those of the next day from its midnight on. */
function hoursOf(from: number, to: number): Interval[] {
  if (to > from) return [{ from, to }];
  return [
    { from, to: dayLength },
    { from: 0, to },
  ].filter((part) => part.from < part.to);
}

function checkedDay(name: string, date: string): number {
  const day = dayOfDate(date);
  if (day === undefined) throw new RangeError(`invalid ${name}: ${date}, allowed: an ISO 8601 date`);
  return day;
}

function checked(text: string): number {
  const time = timeOfDay(text);
  if (time === undefined) {
    throw new RangeError(`invalid hour: ${text}, allowed: HH:MM from 00:00 to 24:00`);
  }
  return time;
}
