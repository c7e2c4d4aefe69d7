import { allow } from '../allow.js';
import { allowPositive, type Detector, type HealthyLevel, twoSidedDetector } from './detector.js';

/** Settings of an EWMA detector. */
export interface EwmaSettings {
  /** Weight of the newest reading (λ), above 0, at most 1. Usual: 0.05 to 0.3; small ones find small shifts. */
  readonly weight: number;
  /** Distance of the limits from the centre in standard deviations of the average (L). Usual: 2.6 to 3. */
  readonly limit: number;
}

/** λ = 0.2 with L = 2.962: one false alarm in about 500 independent readings. */
export const defaultEwmaSettings: EwmaSettings = { weight: 0.2, limit: 2.962 };

/**
 * Exponentially weighted moving average of the readings against limits: z = λ·x + (1 − λ)·z, which signals when
 * |z − centre| > L·σ·√(λ ÷ (2 − λ)). The limits are those of the long run from the first reading on, as in the
 * published tables of run lengths (Lucas and Saccucci 1990). The run counts from where the average last crossed the
 * centre.
 *
 * @throws {RangeError} if a setting is out of its range
 */
export function ewmaDetector(level: HealthyLevel, settings: EwmaSettings = defaultEwmaSettings): Detector {
  const { weight } = settings;
  return twoSidedDetector(
    level,
    ewmaLimit(settings),
    (reading, before) => before + weight * (reading - before),
  );
}

/**
 * How far the average may go, in standard deviations of single readings.
 *
 * @throws {RangeError} if a setting is out of its range
 */
export function ewmaLimit({ weight, limit }: EwmaSettings): number {
  allow(weight > 0 && weight <= 1, 'weight', weight, 'above 0, at most 1');
  allowPositive('limit', limit);
  return limit * Math.sqrt(weight / (2 - weight));
}
