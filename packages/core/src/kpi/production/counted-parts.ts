import type { Interval } from '../../time/interval.js';
import type { MachineRecord } from '../oee/machine-oee.js';
import { overlap } from '../time-model/overlap.js';

/** A machine whose pieces are counted. */
export interface ProductionRecord extends MachineRecord {
  /** Milliseconds since the epoch: what its counters say of later time does not count. Default: no limit. */
  readonly countsKnownUntil?: number;
}

/** The parts of intervals in which a machine counted: from its first reading to the moment it was last heard. */
export function countedParts(
  { produced, good, countsKnownUntil = Infinity }: ProductionRecord,
  intervals: readonly Interval[],
): Interval[] {
  const first = Math.min(produced?.firstTime ?? Infinity, good?.firstTime ?? Infinity);
  return overlap(intervals, [{ from: first, to: countsKnownUntil }]);
}
