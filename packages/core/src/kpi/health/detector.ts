import { allow } from '../allow.js';

/** Which way the readings left the healthy level: 1 up, −1 down, 0 not. */
export type Departure = -1 | 0 | 1;

/** Watches readings one by one for a departure from a healthy level. Allocates nothing for a reading. */
export interface Detector {
  /** How far the readings have gone, as a share of the limit; the detector signals above 1. */
  readonly score: number;
  /** How many readings ago the departure is thought to have begun, the last one included; 0: there is none. */
  readonly run: number;
  /** Takes the next reading. */
  add(reading: number): Departure;
}

/** The healthy level that a detector compares with. */
export interface HealthyLevel {
  /** In the unit of the signal. */
  readonly center: number;
  /** Standard deviation of single readings around it, above 0. */
  readonly deviation: number;
}

/**
 * A detector with a sum for each side, which signals when one is above a limit. A departure has run since the larger sum
 * was last not above 0.
 *
 * @param next - the sum of a side after a reading, in standard deviations towards that side, from the sum before
 * @throws {RangeError} if the level is not finite, or its deviation not above 0
 */
export function twoSidedDetector(
  { center, deviation }: HealthyLevel,
  limit: number,
  next: (reading: number, before: number) => number,
): Detector {
  allow(Number.isFinite(center), 'center', center, 'a finite number');
  allowPositive('deviation', deviation);
  let up = 0;
  let down = 0;
  let upRun = 0;
  let downRun = 0;
  return {
    get score() {
      return Math.max(up, down) / limit;
    },
    get run() {
      return up >= down ? upRun : downRun;
    },
    add(reading) {
      const distance = (reading - center) / deviation;
      up = next(distance, up);
      down = next(-distance, down);
      upRun = up > 0 ? upRun + 1 : 0;
      downRun = down > 0 ? downRun + 1 : 0;
      if (Math.max(up, down) <= limit) return 0;
      return up >= down ? 1 : -1;
    },
  };
}

/** @throws {RangeError} if a setting is not finite or not above 0 */
export function allowPositive(name: string, value: number): void {
  allow(value > 0 && value < Infinity, name, value, 'above 0');
}
