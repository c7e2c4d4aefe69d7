import { allow } from '../allow.js';
import { turningPoint } from './turning-point.js';

/**
 * Probability that a value of Student's t distribution is at most `t`: its cumulative distribution function.
 *
 * The two-sided p-value of an observed t is `2 * studentTProbability(-Math.abs(t), degreesOfFreedom)`: the small tail
 * keeps its digits there, where `1 - …` would lose them.
 *
 * Source: regularised incomplete beta function (Abramowitz and Stegun 26.7.1, 26.5.8), exact to about 12 digits.
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
  const isBelow = (t: number) => upperTail(t, degreesOfFreedom) > tail;
  let high = 1;
  while (isBelow(high)) high *= 2;
  // By halving: no derivative to go wrong in the long tails of few degrees of freedom.
  return Math.sign(probability - 0.5) * turningPoint(0, high, isBelow);
}

function checkDegrees(degreesOfFreedom: number): void {
  allow(degreesOfFreedom > 0 && degreesOfFreedom < Infinity, 'degreesOfFreedom', degreesOfFreedom, 'above 0');
}

/** P(T > t) for `t` of 0 or more. */
function upperTail(t: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  const odds = (t * t) / degreesOfFreedom;
  const front = Math.exp(-a * Math.log1p(odds)) * Math.sqrt(odds / (1 + odds) / Math.PI) * gammaOfHalfMore(a);
  // The fraction converges fast only on its own side of the mode; on the other one the complement is taken.
  return odds < 3 / (degreesOfFreedom + 2)
    ? 0.5 - front / continuedFraction(odds / (1 + odds), 0.5, a) / 2
    : front / continuedFraction(1 / (1 + odds), a, 0.5) / 2;
}

/** What x^a·(1 − x)^b ÷ B(a, b) is divided by for the regularised incomplete beta function, `x` being below its mode. */
function continuedFraction(x: number, a: number, b: number): number {
  let fraction = 1;
  // From the inside out: fifty levels are enough for all digits of a million degrees of freedom.
  for (let m = 100; m >= 0; m--) {
    const even = ((m + 1) * (b - m - 1) * x) / ((a + 2 * m + 1) * (a + 2 * m + 2));
    const odd = ((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    fraction = 1 - odd / (1 + even / fraction);
  }
  return a * fraction;
}

/** Γ(x + ½) ÷ Γ(x) by its asymptotic series, whose first terms are enough from 300 on; smaller x are lifted there. */
function gammaOfHalfMore(x: number): number {
  let lifted = x;
  let factor = 1;
  for (; lifted < 300; lifted++) factor *= lifted / (lifted + 0.5);
  const inverse = 1 / lifted;
  const series =
    1 - (inverse / 8) * (1 - (inverse / 16) * (1 + ((inverse * 5) / 8) * (1 - (inverse * 21) / 160)));
  return factor * Math.sqrt(lifted) * series;
}
