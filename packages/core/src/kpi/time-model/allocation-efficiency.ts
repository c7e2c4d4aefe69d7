import type { Kpi } from '../kpi.js';
import { timeShare, type TimesOf } from './time-share.js';

type Times = TimesOf<'actualUnitBusyTime'>;

/**
 * Allocation efficiency after ISO 22400-2: actual unit busy time ÷ planned busy time (AUBT ÷ PBT). The share of the
 * planned time in which an order took the machine. Unknown time is left out of the planned time.
 *
 * @throws {RangeError} if a time is negative or not finite
 */
export function allocationEfficiency(times: Times): Kpi<Times> {
  return timeShare(times, times.actualUnitBusyTime, times.plannedBusyTime - times.unknownTime);
}
