import type { Kpi } from '../kpi.js';
import { timeShare, type TimesOf } from './time-share.js';

type Times = TimesOf<'actualUnitSetupTime' | 'actualUnitProcessingTime'>;

/**
 * Set-up ratio after ISO 22400-2: actual unit set-up time ÷ actual unit processing time (AUST ÷ AUPT). The share of the
 * processing that prepares instead of producing.
 *
 * @throws {RangeError} if a time is negative or not finite
 */
export function setupRatio(times: Times): Kpi<Times> {
  return timeShare(times, times.actualUnitSetupTime, times.actualUnitProcessingTime, []);
}
