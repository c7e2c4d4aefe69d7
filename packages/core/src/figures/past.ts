import { checkInterval, type Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';

/**
 * The part of an interval that is not in the future of the twin's clock.
 *
 * @throws {RangeError} if the interval runs backwards
 */
export function untilNow(twin: Twin, interval: Interval): Interval {
  checkInterval(interval);
  return { from: interval.from, to: Math.max(interval.from, Math.min(interval.to, twin.clock.now())) };
}

/** An interval, or several in time order that do not overlap, e.g. the last three night shifts. */
export type IntervalOrList = Interval | readonly Interval[];

/**
 * The parts of one interval or several that are not in the future of the twin's clock.
 *
 * @throws {RangeError} if one runs backwards, or they overlap or are not in time order
 */
export function partsUntilNow(twin: Twin, intervals: IntervalOrList): readonly Interval[] {
  const list = [intervals].flat();
  // The time between two of them must not run backwards either.
  list.forEach(({ from }, index) => checkInterval({ from: list[index - 1]?.to ?? from, to: from }));
  return list.map((one) => untilNow(twin, one));
}

/** Ids of the machines of an equipment, itself if it is one. Meters have no states and are left out. */
export function machinesOf(twin: Twin, equipment: string): string[] {
  return twin.tree.workUnits(equipment).filter((id) => twin.tree.get(id).type !== 'meter');
}

/** The parts of some intervals that are planned for production at an equipment. */
export function plannedIn(
  twin: Twin,
  equipment: string,
  intervals: readonly Interval[],
): readonly Interval[] {
  return intervals.flatMap((one) => twin.calendar.planned(one, equipment));
}
