import type { Kpi } from '../kpi.js';
import { type OrderTimes, orderShare, type TimesOf } from './time-share.js';

type Times = TimesOf<'actualProductionTime' | 'actualOrderExecutionTime'>;

/**
 * Production process ratio after ISO 22400-2: Σ actual production time ÷ actual order execution time (APT ÷ AOET).
 * The share of the time of an order in which value is added; above 1 where machines work on it side by side.
 *
 * @param orderExecutionTime - from the first begin to the last end of the orders, where machines share them. Default:
 *   that of the times
 * @throws {RangeError} if a time is negative or not finite
 */
export function productionProcessRatio(times: Times, orderExecutionTime?: number): Kpi<OrderTimes<Times>> {
  return orderShare(times, times.actualProductionTime, orderExecutionTime);
}
