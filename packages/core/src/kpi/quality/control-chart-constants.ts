import { allow } from '../allow.js';
import { gammaQuotient } from '../statistics/gamma-quotient.js';
import { normalCumulative } from '../statistics/normal.js';

/** What turns a mean range or a mean deviation of subgroups of one size into limits. */
export interface ControlChartConstants {
  /** Limits of means from a mean range: 3 ÷ (d2·√n). */
  readonly A2: number;
  /** Limits of means from a mean deviation: 3 ÷ (c4·√n). */
  readonly A3: number;
  /** Mean of the standard deviation of a subgroup in those of the process: √(2 ÷ (n − 1)) · Γ(n ÷ 2) ÷ Γ((n − 1) ÷ 2). */
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

/**
 * The constants of control charts for variables (ISO 7870-2), from the distributions of range and deviation of normal
 * values: not rounded to the three digits of the printed tables.
 *
 * @param size - values in a subgroup, 2 to 25
 * @throws {RangeError} if the size is another
 */
export function controlChartConstants(size: number): ControlChartConstants {
  allow(Number.isInteger(size) && size >= 2 && size <= 25, 'subgroup size', size, '2 to 25');
  const [d2, d3] = rangeMoments(size);
  const c4 = gammaQuotient(size - 1) * Math.sqrt(2 / (size - 1));
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

const step = 1 / 4;

/** Mean and standard deviation of the range of standard normal values, correct to five digits. */
function rangeMoments(size: number): [mean: number, deviation: number] {
  const shares = Array.from({ length: 65 }, (_, index) => normalCumulative((index - 32) * step));
  let mean = 0;
  // Both moments are integrals of the chance that the range reaches over a place, or over two. The trapezoid rule is exact
  // for smooth curves; for the edge of the second one, where the places meet, it gives step² ÷ 6 too much.
  let square = -(step ** 2) / 6;
  for (const one of shares) {
    mean += (1 - one ** size - (1 - one) ** size) * step;
    for (const other of shares) {
      const low = Math.min(one, other);
      const high = Math.max(one, other);
      square += (1 - high ** size - (1 - low) ** size + (high - low) ** size) * step ** 2;
    }
  }
  return [mean, Math.sqrt(square - mean ** 2)];
}
