import { allow } from '../allow.js';
import { ratio } from '../ratio.js';

/** What a characteristic has to be, in its own unit. At least one of the limits is there. */
export interface Specification {
  /** Lower specification limit (LSL). */
  readonly lower?: number;
  /** Upper specification limit (USL). */
  readonly upper?: number;
  /** The value to aim at. */
  readonly target?: number;
}

/** How a distribution fits between its specification limits. Figures are not clamped. */
export interface CapabilityIndices {
  /** Room ÷ spread: (USL − LSL) ÷ 6σ (Cp, Pp, Cm); `undefined` with one limit. */
  readonly index: number | undefined;
  /** The smaller of the two below (Cpk, Ppk, Cmk); below 0 when the mean is outside. */
  readonly minimum: number | undefined;
  /** (mean − LSL) ÷ 3σ; `undefined` without that limit. */
  readonly lower: number | undefined;
  /** (USL − mean) ÷ 3σ; `undefined` without that limit. */
  readonly upper: number | undefined;
}

/**
 * Capability indices of a mean and a standard deviation, after ISO 22400-2 and ISO 22514. Which indices they are is a
 * matter of sigma: that within subgroups gives Cp and Cpk, that of all values Pp and Ppk, or Cm and Cmk of a machine.
 *
 * @returns without a value where sigma is 0 or missing
 * @throws {RangeError} if there is no limit, or the limits are not in order
 */
export function capabilityIndices(
  mean: number | undefined,
  sigma: number | undefined,
  specification: Specification,
): CapabilityIndices {
  checkSpecification(specification);
  const { lower: least = NaN, upper: most = NaN } = specification;
  const lower = third(mean === undefined ? NaN : mean - least, sigma);
  const upper = third(mean === undefined ? NaN : most - mean, sigma);
  return {
    index: third((most - least) / 2, sigma),
    minimum: lower === undefined || upper === undefined ? (lower ?? upper) : Math.min(lower, upper),
    lower,
    upper,
  };
}

/** Cpm: (USL − LSL) ÷ 6√(σ² + (mean − T)²); `undefined` without both limits and a target. */
export function taguchiIndex(
  mean: number | undefined,
  sigma: number | undefined,
  specification: Specification,
): number | undefined {
  const { lower, upper, target } = specification;
  if (mean === undefined || sigma === undefined || target === undefined) return undefined;
  return capabilityIndices(mean, Math.hypot(sigma, mean - target), { lower, upper }).index;
}

function third(distance: number, sigma: number | undefined): number | undefined {
  return Number.isNaN(distance) ? undefined : ratio(distance, sigma && 3 * sigma);
}

function checkSpecification({ lower, upper }: Specification): void {
  const holds = (lower ?? upper) !== undefined && (lower ?? -Infinity) < (upper ?? Infinity);
  allow(holds, 'specification', `${lower} … ${upper}`, 'lower < upper, or one of them');
}
