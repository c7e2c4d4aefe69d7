import { allowPositive, type HealthyLevel } from './detector.js';
import type { EwmaSettings } from './ewma-detector.js';

/**
 * Settings that make an {@link ewmaDetector} a robust z-score: each reading alone (weight 1), signalled where it is more than
 * 3.5 robust deviations from the median. One false alarm in about 2149 independent readings; with a limit of 3 it is a
 * Shewhart chart, one in 370.
 *
 * @example
 * ```ts
 * const detector = ewmaDetector(robustLevel(reference, 0.1), robustZSettings);
 * ```
 */
export const robustZSettings: EwmaSettings = { weight: 1, limit: 3.5 };

/**
 * Median and 1.4826·MAD of a healthy period as the level of a detector: they do not follow a few wild readings.
 *
 * @param resolution - smallest step of the sensor, in the unit of the signal: the least the deviation can be. More
 *   than half of the readings may be equal, and their MAD 0
 * @throws {RangeError} if the resolution is not above 0
 */
export function robustLevel(
  { median, robustDeviation }: { readonly median: number; readonly robustDeviation: number },
  resolution: number,
): HealthyLevel {
  allowPositive('resolution', resolution);
  return { center: median, deviation: Math.max(robustDeviation, resolution) };
}
