import type { ConditionZone } from '../../model/signal.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { type ConditionOptions, type ConditionRecord, conditionSegments } from './condition-segments.js';
import { healthIndex } from './condition-zones.js';

/** Time in one zone. */
export interface ZoneTime {
  readonly zone: ConditionZone;
  /** Milliseconds. */
  readonly time: number;
}

/** What the health of a condition signal was made of. */
export interface ConditionHealthInput {
  /** The reading at the end, in the unit of the signal; `undefined` where none holds. */
  readonly reading: number | undefined;
  /** Milliseconds asked about: the zones and the unknown time add up to it. */
  readonly time: number;
  /** Milliseconds without a reading. */
  readonly unknownTime: number;
  /** In the order of the zones, those without time included. */
  readonly zones: readonly ZoneTime[];
}

/** The health of a condition signal: a health index of 0 to 1, the zone behind it, and the time in each zone. */
export interface ConditionHealth extends Kpi<ConditionHealthInput> {
  /** The zone at the end of the intervals; `undefined` where no reading holds. */
  readonly zone: ConditionZone | undefined;
  /** Since when no other zone was seen within the intervals, milliseconds since the epoch. */
  readonly since: number | undefined;
}

/**
 * The zone of a condition signal at the end of some intervals, and the time in each zone over them (ISO 13374: state
 * detection and health assessment).
 *
 * Limits of vibration (ISO 10816, ISO 20816) hold for a machine in operation: give the intervals in which it runs, as
 * {@link stateIntervals} finds them.
 *
 * Zones are data. With a single zone there is no health index (warning `noLimits`).
 *
 * @param intervals - in time order, not overlapping, cut off at the present
 * @throws {RangeError} if the zones are not ascending, or an option is out of its range
 */
export function conditionHealth(
  record: ConditionRecord,
  intervals: readonly Interval[],
  options: ConditionOptions = {},
): ConditionHealth {
  const { zones } = record;
  const segments = conditionSegments(record, intervals, options);
  const time = totalDuration(intervals);
  const known = totalDuration(segments);
  const end = intervals.at(-1)?.to;
  const current = segments.findLast(({ to }) => to === end);
  const value = current && healthIndex(current.reading, zones, current.zone);
  const hasLimits = zones.length > 1;
  return {
    value,
    // Without a reading it may be as good as new or broken.
    bounds: hasLimits ? { low: value ?? 0, high: value ?? 1 } : undefined,
    coverage: ratio(known, time),
    inputs: {
      reading: current?.reading,
      time,
      unknownTime: time - known,
      zones: zones.map((zone, index) => ({
        zone,
        time: totalDuration(segments.filter((segment) => segment.zone === index)),
      })),
    },
    warnings: hasLimits ? [] : [{ key: 'noLimits', subjects: [] }],
    zone: current && zones[current.zone],
    since: current && segments[segments.findLastIndex(({ zone }) => zone !== current.zone) + 1].from,
  };
}
