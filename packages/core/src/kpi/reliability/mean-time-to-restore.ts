import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';
import { type FailureDenominator, meanTime, type ReliabilityInput } from './reliability-input.js';

/**
 * Mean time to restore (MTTR): the times of the failures that began and ended ÷ their number, in the unit of the input. A
 * failure still open at the end is left out, as one that had begun before: how long it takes in all is not known.
 *
 * No value without such a failure. The bounds take the unknown time as repair, and as hiding one short failure a
 * stretch.
 *
 * @param denominator - default: `events`
 * @throws {RangeError} if a number is negative or not finite
 */
export function meanTimeToRestore(
  input: ReliabilityInput,
  denominator?: FailureDenominator,
): Kpi<ReliabilityInput> {
  const extra = denominator === 'events+1' ? 1 : 0;
  const { restoreTime, restoredCount, failureCount, carriedCount, hiddenCount, failedTime, unknownTime } =
    input;
  const restored = restoredCount + extra;
  const value = ratio(restoreTime, restored);
  // A failure cut off by a time without data may have ended in it, so that all failures may count.
  const most = failureCount + carriedCount + hiddenCount + extra;
  const bounds =
    unknownTime > 0 || hiddenCount > 0
      ? { low: restoreTime / Math.max(1, most), high: (failedTime + unknownTime) / Math.max(1, restored) }
      : boundsOf(value, value);
  return meanTime(input, value, bounds);
}
