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

/** Ids of the machines of an equipment, itself if it is one. Meters have no states and are left out. */
export function machinesOf(twin: Twin, equipment: string): string[] {
  return twin.tree.workUnits(equipment).filter((id) => twin.tree.get(id).type !== 'meter');
}
