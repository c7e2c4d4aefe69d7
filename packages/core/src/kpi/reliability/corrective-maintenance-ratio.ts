import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { share } from '../share.js';

/** Times of maintenance, in one unit. */
export interface MaintenanceTimes {
  /** Repair of what failed (CMT). */
  readonly correctiveMaintenanceTime: number;
  /** PMT. */
  readonly plannedMaintenanceTime: number;
  /** All the time asked about; default: the maintenance alone. */
  readonly time?: number;
  /** The part of it without a trustworthy state. Default: 0. */
  readonly unknownTime?: number;
}

/**
 * Corrective maintenance ratio after ISO 22400-2: corrective ÷ (corrective + planned maintenance time), CMT ÷ (CMT + PMT).
 * The lower, the better the failures are foreseen.
 *
 * @throws {RangeError} if a time is negative or not finite
 */
export function correctiveMaintenanceRatio(times: MaintenanceTimes): Kpi<MaintenanceTimes> {
  const { correctiveMaintenanceTime, plannedMaintenanceTime, unknownTime = 0 } = times;
  const maintenance = correctiveMaintenanceTime + plannedMaintenanceTime;
  const { time = maintenance + unknownTime } = times;
  return share(times, correctiveMaintenanceTime, maintenance, unknownTime, ratio(time - unknownTime, time));
}
