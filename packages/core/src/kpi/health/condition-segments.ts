import type { ConditionZone } from '../../model/signal.js';
import type { NumberSeries } from '../../series/number-series.js';
import type { Interval } from '../../time/interval.js';
import { allow } from '../allow.js';
import { conditionZoneAt, checkZones } from './condition-zones.js';
import { type Debounce, debouncer } from './debounce.js';

/** A condition signal with its zones. */
export interface ConditionRecord {
  /** `undefined`: nothing was ever observed. */
  readonly readings: NumberSeries | undefined;
  /** From the best to the worst. */
  readonly zones: readonly ConditionZone[];
  /** Milliseconds since the epoch: what the readings say of later time does not count. Default: no limit. */
  readonly knownUntil?: number;
}

/** What keeps a reading near a limit from changing the zone with every sample. Default: nothing does. */
export interface ConditionOptions {
  /** How far below a limit a reading has to fall before the better zone counts again, in the unit of the signal. */
  readonly hysteresis?: number;
  /** How many of the last readings must lie in a zone or a worse one before it counts. */
  readonly debounce?: Debounce;
}

/** A span of time in one zone. */
export interface ConditionSegment extends Interval {
  /** Position of the zone. */
  readonly zone: number;
  /** The last reading in it. */
  readonly reading: number;
}

/**
 * The known time of some intervals in segments of one zone each, in time order, those that touch merged.
 *
 * A reading holds until the next one. Hysteresis and debounce know the readings that hold within the intervals and no
 * others: give the intervals in which the machine runs, and the low readings of a standstill neither count as a good
 * zone nor call off a bad one. A gap ends their memory.
 *
 * @param intervals - in time order, not overlapping
 * @throws {RangeError} if the zones are not ascending, or an option is out of its range
 */
export function conditionSegments(
  { readings, zones, knownUntil = Infinity }: ConditionRecord,
  intervals: readonly Interval[],
  { hysteresis = 0, debounce }: ConditionOptions = {},
): ConditionSegment[] {
  checkZones(zones);
  allow(hysteresis >= 0, 'hysteresis', hysteresis, '0 or more');
  let debounced = debouncer(debounce);
  const segments: Mutable<ConditionSegment>[] = [];
  if (!readings) return segments;
  let held = -1;
  let taken = -1;
  let zone = 0;
  for (const interval of intervals) {
    const end = Math.min(interval.to, knownUntil);
    for (let index = Math.max(readings.indexAt(interval.from), 0); index < readings.length; index++) {
      const from = Math.max(readings.timeAt(index), interval.from);
      if (from >= end) break;
      const reading = readings.valueAt(index);
      if (reading === undefined) {
        held = -1;
        debounced = debouncer(debounce);
        continue;
      }
      // A reading that holds over several intervals is one reading.
      if (index !== taken || held < 0) {
        const stays = Math.min(held, conditionZoneAt(reading + hysteresis, zones));
        held = Math.max(conditionZoneAt(reading, zones), stays);
        zone = debounced(held);
        taken = index;
      }
      const to = index + 1 < readings.length ? Math.min(readings.timeAt(index + 1), end) : end;
      const last = segments.at(-1);
      if (last?.zone === zone && last.to === from) {
        last.to = to;
        last.reading = reading;
      } else segments.push({ from, to, zone, reading });
    }
  }
  return segments;
}

/** Filled in place: a reading that changes nothing costs no object. */
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
