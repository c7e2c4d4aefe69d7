import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { share } from '../share.js';

/** Times of one worker or several, in one unit. */
export interface WorkerTimes {
  /** Time the work on orders took (APWT). */
  readonly personnelWorkTime: number;
  /** From coming to going, less breaks (APAT). */
  readonly personnelAttendanceTime: number;
}

/**
 * Worker efficiency after ISO 22400-2: actual personnel work time ÷ actual personnel attendance time (APWT ÷ APAT).
 *
 * @throws {RangeError} if a time is negative or not finite
 */
export function workerEfficiency(times: WorkerTimes): Kpi<WorkerTimes> {
  const { personnelWorkTime, personnelAttendanceTime } = times;
  return share(
    times,
    personnelWorkTime,
    personnelAttendanceTime,
    0,
    ratio(personnelAttendanceTime, personnelAttendanceTime),
  );
}
