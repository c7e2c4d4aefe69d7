import type { Kpi } from '../kpi.js';
import { type OrderTimes, orderShare, type TimesOf } from './time-share.js';

type Times = TimesOf<'actualUnitBusyTime' | 'actualOrderExecutionTime'>;

/**
 * Allocation ratio after ISO 22400-2: Σ actual unit busy time ÷ actual order execution time (AUBT ÷ AOET). How much of
 * the time of an order it is worked on; above 1 where machines work on it side by side.
 *
 * @param orderExecutionTime - from the first begin to the last end of the orders, where machines share them. Default:
 *   that of the times
 * @throws {RangeError} if a time is negative or not finite
 */
export function allocationRatio(times: Times, orderExecutionTime?: number): Kpi<OrderTimes<Times>> {
  return orderShare(times, times.actualUnitBusyTime, orderExecutionTime);
}
