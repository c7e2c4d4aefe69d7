import type { Quality } from '../../model/quality.js';
import { allow } from '../allow.js';

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
 * Rows of a load profile as power: the mean power of each interval from its begin, and `bad` where no row follows at
 * once. The integral over an interval is what its row said, and a gap stays a gap, which a running total made of the
 * rows would hide.
 *
 * @param rows - in any order; of two with the same end the later in the list counts
 * @param length - of every interval in milliseconds, e.g. 900 000
 * @throws {RangeError} if the length is not above 0, an end or an amount is not a finite number, or two intervals overlap
 */
export function intervalPower(rows: readonly IntervalReading[], length: number): PowerSample[] {
  allow(length > 0, 'length', length, 'above 0');
  for (const row of rows) {
    for (const [name, value = 0] of Object.entries(row)) {
      allow(Number.isFinite(value), name, value, 'a finite number');
    }
  }
  const amounts = new Map(rows.map(({ end, amount }) => [end, amount]));
  const samples: PowerSample[] = [];
  const nothingFrom = (time: number) => samples.push({ time, value: 0, quality: 'bad' });
  let until = -Infinity;
  for (const end of [...amounts.keys()].sort((a, b) => a - b)) {
    const time = end - length;
    allow(time >= until, 'end', end, `${length} ms or more after the one before`);
    if (time > until && samples.length > 0) nothingFrom(until);
    const amount = amounts.get(end);
    if (amount === undefined) nothingFrom(time);
    else samples.push({ time, value: (amount * hour) / length, quality: 'good' });
    until = end;
  }
  if (samples.length > 0) nothingFrom(until);
  return samples;
}
