import { allow } from '../allow.js';
import { allowPositive, type Detector, type HealthyLevel, twoSidedDetector } from './detector.js';

/** Settings of a CUSUM detector, in standard deviations of single readings. */
export interface CusumSettings {
  /** Slack (k): half of the shift to find. Usual: 0.5. */
  readonly slack: number;
  /** Decision interval (h). Usual: 4 to 5. */
  readonly decisionInterval: number;
}

/** k = 0.5, h = 5: one false alarm in about 465 independent readings. */
export const defaultCusumSettings: CusumSettings = { slack: 0.5, decisionInterval: 5 };

/**
 * Tabular cumulative sums of the readings: C⁺ = max(0, C⁺ + z − k), C⁻ = max(0, C⁻ − z − k) with z the reading in
 * standard deviations from the centre; it signals when a sum is strictly above h (Montgomery, Introduction to
 * Statistical Quality Control).
 *
 * The sums are cut off at 2·h, so that an alarm ends about h ÷ k readings after its cause. The time to the first
 * signal does not change by that. The score is the larger sum ÷ h, the run N⁺ or N⁻.
 *
 * @throws {RangeError} if a setting is out of its range
 */
export function cusumDetector(level: HealthyLevel, settings: CusumSettings = defaultCusumSettings): Detector {
  allowCusum(settings);
  const { slack, decisionInterval } = settings;
  return twoSidedDetector(level, decisionInterval, (reading, before) =>
    Math.min(Math.max(0, before + reading - slack), 2 * decisionInterval),
  );
}

/** @throws {RangeError} if a setting is out of its range */
export function allowCusum({ slack, decisionInterval }: CusumSettings): void {
  allow(slack >= 0 && slack < Infinity, 'slack', slack, '0 or more');
  allowPositive('decisionInterval', decisionInterval);
}
