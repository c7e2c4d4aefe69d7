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
  mean = NaN,
  sigma: number | undefined,
  specification: Specification,
): CapabilityIndices {
  const { lower = -Infinity, upper = Infinity } = specification;
  const holds = lower < upper && (lower > -Infinity || upper < Infinity);
  allow(
    holds,
    'specification',
    `${specification.lower} … ${specification.upper}`,
    'lower < upper, or one of them',
  );
  const third = (distance: number) =>
    Number.isFinite(distance) ? ratio(distance, sigma && 3 * sigma) : undefined;
  return {
    index: third((upper - lower) / 2),
    minimum: third(Math.min(mean - lower, upper - mean)),
    lower: third(mean - lower),
    upper: third(upper - mean),
  };
}

/** Cpm: (USL − LSL) ÷ 6√(σ² + (mean − T)²); `undefined` without both limits and a target. */
export function taguchiIndex(mean = NaN, sigma = NaN, specification: Specification): number | undefined {
  const { target = NaN } = specification;
  return capabilityIndices(mean, Math.hypot(sigma, mean - target), specification).index;
}
