import { normalCumulative } from '../statistics/normal.js';
import { mean, sampleDeviation } from '../statistics/summary.js';

/** How well values agree with a normal distribution of their own mean and deviation. */
export interface AndersonDarling {
  /** A², not corrected for the number of values. */
  readonly statistic: number;
  /** How probable it is that normal values are as far from normal, 0 to 1. */
  readonly probability: number;
}

/** Slope by slope: up to which A*² it holds, and the coefficients of the exponent. */
const slopes = [
  [0.2, -13.436, 101.14, -223.73],
  [0.34, -8.318, 42.796, -59.938],
  [0.6, 0.9177, -4.279, -1.38],
  [Infinity, 1.2937, -5.709, 0.0186],
] as const;

/**
 * Tests values for normality after Anderson and Darling, with mean and deviation taken from the values; the probability by
 * the approximation of Stephens (D'Agostino and Stephens, Goodness-of-Fit Techniques, 1986, table 4.9).
 *
 * @returns `undefined` of fewer than eight values, for which the approximation is not made, or where all are equal
 */
export function andersonDarling(values: ArrayLike<number>): AndersonDarling | undefined {
  const center = mean(values);
  const deviation = sampleDeviation(values);
  const count = values.length;
  if (center === undefined || !deviation || count < 8) return undefined;
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  sorted.forEach((value, index) => {
    const mirrored = sorted[count - 1 - index];
    // The smallest number instead of 0, whose logarithm is none: so far out the answer is no anyway.
    for (const away of [value - center, center - mirrored]) {
      sum += (2 * index + 1) * Math.log(normalCumulative(away / deviation) || Number.MIN_VALUE);
    }
  });
  const statistic = -count - sum / count;
  // From 10 on the last slope would rise again.
  const corrected = Math.min(10, statistic * (1 + 0.75 / count + 2.25 / count ** 2));
  const index = slopes.findIndex(([limit]) => corrected < limit);
  const [, constant, linear, square] = slopes[index];
  const tail = Math.exp(constant + linear * corrected + square * corrected ** 2);
  return { statistic, probability: index < 2 ? 1 - tail : tail };
}
