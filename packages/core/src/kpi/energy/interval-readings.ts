import type { Quality } from '../../model/quality.js';
import { dayLength, dayOfDate, timeOfDay } from '../../time/iso.js';
import { instantOf } from '../../time/zone.js';

const hour = 3_600_000;

/** What a meter with a load profile says: so much was used in the interval that ends at this moment. */
export interface IntervalReading {
  /** Milliseconds since the epoch; the end of the interval, which does not belong to it. */
  readonly end: number;
  /** Amount used in the interval, e.g. in kWh; `undefined`: not read, or not to be trusted. */
  readonly amount: number | undefined;
}

/** A power that holds until the next one, as a twin observes it. */
export interface PowerSample {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Amount an hour, e.g. kW; 0 with quality `bad`. */
  readonly value: number;
  /** `bad`: from here on nothing is known. */
  readonly quality: Quality;
}

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

/**
 * Rows of a load profile as power: the mean power of each interval from its begin, and `bad` where no row follows at
 * once. The integral over an interval is what its row said, and a gap stays a gap, which a running total made of the
 * rows would hide.
 *
 * @param rows - in any order; of two with the same end the later in the list counts
 * @param length - of every interval in milliseconds, e.g. 900 000
 * @throws {RangeError} if the length is not above 0, or two intervals overlap
 */
export function intervalPower(rows: readonly IntervalReading[], length: number): PowerSample[] {
  if (!(length > 0)) throw new RangeError(`invalid length: ${length}, allowed: above 0`);
  const amounts = new Map(rows.map(({ end, amount }) => [end, amount]));
  const samples: PowerSample[] = [];
  let until: number | undefined;
  for (const end of [...amounts.keys()].sort((a, b) => a - b)) {
    const time = end - length;
    const amount = amounts.get(end);
    if (until !== undefined && time < until) {
      throw new RangeError(`invalid end: ${end}, allowed: ${length} ms or more after the one before`);
    }
    if (until !== undefined && time > until) samples.push({ time: until, value: 0, quality: 'bad' });
    samples.push(
      amount === undefined
        ? { time, value: 0, quality: 'bad' }
        : { time, value: (amount * hour) / length, quality: 'good' },
    );
    until = end;
  }
  if (until !== undefined) samples.push({ time: until, value: 0, quality: 'bad' });
  return samples;
}
