import type { Kpi } from '../kpi.js';
import { timeShare, type TimesOf } from '../time-model/time-share.js';

type Times = TimesOf<'actualProductionTime'>;

/**
 * Availability after ISO 22400-2: actual production time ÷ planned busy time (APT ÷ PBT). Unknown time is left out of the
 * planned time; the bounds take it as lost and as production.
 *
 * @throws {RangeError} if a time is negative or not finite
 *
 * @example
 * ```ts
 * // 380 of 480 planned minutes: 0.791667
 * availability({ plannedBusyTime: 480, unknownTime: 0, actualProductionTime: 380 }).value;
 * ```
 */
export function availability(times: Times): Kpi<Times> {
  return timeShare(times, times.actualProductionTime, times.plannedBusyTime - times.unknownTime, []);
}
