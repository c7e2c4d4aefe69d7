import { allow } from '../allow.js';
import { gammaQuotient } from './gamma-quotient.js';

/**
 * Probability that a value of Student's t distribution is at most `t`: its cumulative distribution function.
 *
 * The two-sided p-value of an observed t is `2 * studentTProbability(-Math.abs(t), degreesOfFreedom)`: the small tail
 * keeps its digits there, where `1 - …` would lose them.
 *
 * Source: its density (Abramowitz and Stegun 26.7.1) integrated from `t` outwards, exact to about 12 digits.
 *
 * @param degreesOfFreedom - above 0, not only whole numbers
 * @throws {RangeError} if `t` is no number or the degrees of freedom are not above 0
 */
export function studentTProbability(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  allow(!Number.isNaN(t), 't', t, 'a number');
  const tail = upperTail(Math.abs(t), degreesOfFreedom);
  return t > 0 ? 1 - tail : tail;
}

/**
 * The value that Student's t stays below with the given probability: the inverse of `studentTProbability`.
 *
 * A two-sided interval of 95 % takes the quantile of 0.975.
 *
 * @param probability - above 0 and below 1
 * @param degreesOfFreedom - above 0, not only whole numbers
 * @throws {RangeError} if an argument is outside of its range
 *
 * @example
 * ```ts
 * studentTQuantile(0.975, 10); // 2.228…
 * ```
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  allow(probability > 0 && probability < 1, 'probability', probability, 'above 0 and below 1');
  const tail = Math.min(probability, 1 - probability);
  let t = 0;
  // Newton's method from the middle outwards: the tail is convex, so that no step goes too far.
  for (let round = 0, step = Infinity; round < 1000 && step > 1e-15 * t; round++) {
    step = (upperTail(t, degreesOfFreedom) - tail) / (peak(degreesOfFreedom) * shape(t, degreesOfFreedom));
    t += step;
  }
  return Math.sign(probability - 0.5) * Math.max(0, t);
}

function checkDegrees(degreesOfFreedom: number): void {
  allow(degreesOfFreedom > 0 && degreesOfFreedom < Infinity, 'degreesOfFreedom', degreesOfFreedom, 'above 0');
}

/** The density at 0. */
function peak(degreesOfFreedom: number): number {
  return gammaQuotient(degreesOfFreedom) / Math.sqrt(Math.PI * degreesOfFreedom);
}

/** The density as a share of that at 0. */
function shape(t: number, degreesOfFreedom: number): number {
  return Math.exp((-(degreesOfFreedom + 1) / 2) * Math.log1p(t ** 2 / degreesOfFreedom));
}

/**
 * P(T > t) for `t` of 0 or more: the trapezoid rule for x = t + exp(π ÷ 2 · sinh(u)), which is exact almost to the last
 * digit however heavy the tail (Takahasi and Mori 1974). All terms are positive, so that a small tail keeps its digits.
 */
function upperTail(t: number, degreesOfFreedom: number): number {
  let sum = 0;
  for (let u = -5; u < 6; u += 1 / 16) {
    const away = Math.exp((Math.PI / 2) * Math.sinh(u));
    sum += shape(t + away, degreesOfFreedom) * away * Math.cosh(u);
  }
  return (sum * peak(degreesOfFreedom) * Math.PI) / 32;
}
