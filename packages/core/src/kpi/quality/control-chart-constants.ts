import { allow } from '../allow.js';

/** What turns a mean range or a mean deviation of subgroups of one size into limits. */
export interface ControlChartConstants {
  /** Limits of means from a mean range: 3 ÷ (d2·√n). */
  readonly A2: number;
  /** Limits of means from a mean deviation: 3 ÷ (c4·√n). */
  readonly A3: number;
  /** Mean of the standard deviation of a subgroup, in standard deviations of the process. */
  readonly c4: number;
  /** Lower limit of deviations: 1 − 3·√(1 − c4²) ÷ c4, at least 0. */
  readonly B3: number;
  /** Upper limit of deviations. */
  readonly B4: number;
  /** Mean of the range of a subgroup, in standard deviations of the process. */
  readonly d2: number;
  /** Standard deviation of the range, in standard deviations of the process. */
  readonly d3: number;
  /** Lower limit of ranges: 1 − 3·d3 ÷ d2, at least 0. */
  readonly D3: number;
  /** Upper limit of ranges. */
  readonly D4: number;
  /** Limits of individual values from a mean range: 3 ÷ d2. For moving ranges of two values, that of n = 2. */
  readonly E2: number;
}

/** Mean and standard deviation of the range of n = 2 … 25 standard normal values, by integration of its distribution. */
const rangeMeans = [
  1.12838, 1.69257, 2.05875, 2.32593, 2.53441, 2.70436, 2.8472, 2.97003, 3.07751, 3.17287, 3.25846, 3.33598,
  3.40676, 3.47183, 3.53198, 3.58788, 3.64006, 3.68896, 3.73495, 3.77834, 3.81938, 3.85832, 3.89535, 3.93063,
];
const rangeDeviations = [
  0.8525, 0.8884, 0.8798, 0.8641, 0.848, 0.8332, 0.8198, 0.8078, 0.7971, 0.7873, 0.7785, 0.7704, 0.763,
  0.7562, 0.7499, 0.7441, 0.7386, 0.7335, 0.7287, 0.7242, 0.7199, 0.7159, 0.7121, 0.7084,
];

/**
 * The constants of control charts for variables (ISO 7870-2), from the distributions of range and deviation of normal
 * values: not rounded to the three digits of the printed tables.
 *
 * @param size - values in a subgroup, 2 to 25
 * @throws {RangeError} if the size is another
 */
export function controlChartConstants(size: number): ControlChartConstants {
  allow(Number.isInteger(size) && size >= 2 && size <= 25, 'subgroup size', size, '2 to 25');
  const d2 = rangeMeans[size - 2];
  const d3 = rangeDeviations[size - 2];
  // c4 = √(2 ÷ (n − 1)) · Γ(n ÷ 2) ÷ Γ((n − 1) ÷ 2). The quotient begins with 1 ÷ √π, and two neighbours multiply to
  // (n − 1) ÷ 2, since Γ(x + 1) = x·Γ(x).
  let quotient = 1 / Math.sqrt(Math.PI);
  for (let n = 2; n < size; n++) quotient = (n - 1) / 2 / quotient;
  const c4 = quotient * Math.sqrt(2 / (size - 1));
  const ofDeviation = (3 * Math.sqrt(1 - c4 * c4)) / c4;
  const ofRange = (3 * d3) / d2;
  return {
    A2: 3 / (d2 * Math.sqrt(size)),
    A3: 3 / (c4 * Math.sqrt(size)),
    c4,
    B3: Math.max(0, 1 - ofDeviation),
    B4: 1 + ofDeviation,
    d2,
    d3,
    D3: Math.max(0, 1 - ofRange),
    D4: 1 + ofRange,
    E2: 3 / d2,
  };
}
