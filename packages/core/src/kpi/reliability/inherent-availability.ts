import type { Kpi } from '../kpi.js';
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
  denominator: FailureDenominator = 'events',
): Kpi<ReliabilityInput> {
  const up = meanTimeBetweenFailures(input, denominator);
  const down = meanTimeToRestore(input, denominator);
  const value = up.value === undefined || down.value === undefined ? undefined : part(up.value, down.value);
  const low = up.bounds && down.bounds && part(up.bounds.low, down.bounds.high);
  const high = up.bounds && down.bounds && part(up.bounds.high, down.bounds.low);
  return meanTime(input, value, low === undefined || high === undefined ? undefined : { low, high });
}

function part(up: number, down: number): number | undefined {
  if (up === Infinity) return 1;
  return up + down > 0 ? up / (up + down) : undefined;
}
