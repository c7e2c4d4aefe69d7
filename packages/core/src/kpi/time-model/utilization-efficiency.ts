import type { Kpi } from '../kpi.js';
import { timeShare, type TimesOf } from './time-share.js';

type Times = TimesOf<'actualProductionTime' | 'actualUnitBusyTime'>;

/**
 * Utilization efficiency after ISO 22400-2: actual production time ÷ actual unit busy time (APT ÷ AUBT). The share of
 * the time with an order in which value was added.
 *
 * @throws {RangeError} if a time is negative or not finite
 */
export function utilizationEfficiency(times: Times): Kpi<Times> {
  return timeShare(times, times.actualProductionTime, times.actualUnitBusyTime);
}
