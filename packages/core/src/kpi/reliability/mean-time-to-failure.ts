import type { Kpi } from '../kpi.js';
import { type FailureDenominator, type ReliabilityInput, timeUntilFailure } from './reliability-input.js';

/**
 * Mean time to failure (MTTF): time in which the machine was able to produce, waiting included, ÷ failures, in the unit of
 * the input. Failures and bounds as in the mean time between failures.
 *
 * @param denominator - default: `events`
 * @throws {RangeError} if a number is negative or not finite
 */
export function meanTimeToFailure(
  input: ReliabilityInput,
  denominator?: FailureDenominator,
): Kpi<ReliabilityInput> {
  return timeUntilFailure(input, input.upTime, denominator);
}
