import type { Kpi } from '../kpi.js';
import { timeShare, type TimesOf } from './time-share.js';

type Times = TimesOf<'actualProductionTime' | 'actualUnitDelayTime'>;

/**
 * Technical efficiency after ISO 22400-2: actual production time ÷ (actual production time + actual unit delay time),
 * APT ÷ (APT + ADET). How much of the time meant for production malfunctions and pauses left.
 *
 * @throws {RangeError} if a time is negative or not finite
 */
export function technicalEfficiency(times: Times): Kpi<Times> {
  const { actualProductionTime: production, actualUnitDelayTime: delay } = times;
  return timeShare(times, production, production + delay);
}
