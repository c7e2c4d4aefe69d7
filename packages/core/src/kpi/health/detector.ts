import { allow, allowPositive } from './allow.js';

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
  /** Forgets all readings, as after a repair. */
  reset(): void;
}

/** The healthy level that a detector compares with. */
export interface HealthyLevel {
  /** In the unit of the signal. */
  readonly center: number;
  /** Standard deviation of single readings around it, above 0. */
  readonly deviation: number;
}

/** @throws {RangeError} if a setting is not finite, or not above 0 where it has to be */
export function allowLevel({ center, deviation }: HealthyLevel): void {
  allow(Number.isFinite(center), 'center', center, 'a finite number');
  allowPositive('deviation', deviation);
}
