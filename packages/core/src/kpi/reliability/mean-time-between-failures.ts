import type { Kpi } from '../kpi.js';
import { type FailureDenominator, type ReliabilityInput, timeUntilFailure } from './reliability-input.js';

/**
 * Mean time between failures (MTBF): operating time (production and set-up) ÷ failures, in the unit of the input.
 *
 * Without a failure it has no value; the lower bound is the operating time seen, the upper one `Infinity`. A failure
 * that is still open counts. The bounds take the unknown time as operating, and as hiding one failure a stretch.
 *
 * @param denominator - default: `events`
 * @throws {RangeError} if a number is negative or not finite
 */
export function meanTimeBetweenFailures(
  input: ReliabilityInput,
  denominator?: FailureDenominator,
): Kpi<ReliabilityInput> {
  return timeUntilFailure(input, input.operatingTime, denominator);
}
