import type { Kpi } from '../kpi.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';
import { meanTimeBetweenFailures } from './mean-time-between-failures.js';
import { meanTimeToRestore } from './mean-time-to-restore.js';
import { type FailureDenominator, meanTime, type ReliabilityInput } from './reliability-input.js';

/**
 * Inherent availability: MTBF ÷ (MTBF + MTTR), as a fraction of one. What a machine would reach if nothing but its own
 * failures stopped it. Not in ISO 22400. No value without a failure that was repaired.
 *
 * @param denominator - default: `events`
 * @throws {RangeError} if a number is negative or not finite
 */
export function inherentAvailability(
  input: ReliabilityInput,
  denominator?: FailureDenominator,
): Kpi<ReliabilityInput> {
  const up = meanTimeBetweenFailures(input, denominator);
  const down = meanTimeToRestore(input, denominator);
  return meanTime(
    input,
    upShare(up.value, down.value),
    boundsOf(upShare(up.bounds?.low, down.bounds?.high), upShare(up.bounds?.high, down.bounds?.low)),
  );
}

function upShare(up: number | undefined, down: number | undefined): number | undefined {
  return up === Infinity ? 1 : ratio(up, plus(up, down));
}
