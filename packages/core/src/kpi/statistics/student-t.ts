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
  if (Number.isNaN(t)) throw new RangeError(`invalid t: ${t}, allowed: a number`);
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
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`invalid probability: ${probability}, allowed: above 0 and below 1`);
  }
  const tail = Math.min(probability, 1 - probability);
  let low = 0;
  let high = 1;
  while (upperTail(high, degreesOfFreedom) > tail) {
    low = high;
    high *= 2;
  }
  // Bisection to the last digit: no derivative to go wrong in the long tails of few degrees of freedom.
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (upperTail(middle, degreesOfFreedom) > tail) low = middle;
    else high = middle;
  }
  return probability < 0.5 ? -low : low;
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity)) {
    throw new RangeError(`invalid degreesOfFreedom: ${degreesOfFreedom}, allowed: above 0`);
  }
}

/** P(T > t) for `t` of 0 or more. */
function upperTail(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  const a = degreesOfFreedom / 2;
  // The fraction converges fast only on its own side of the mode; on the other one the complement is taken.
  if (square < (3 * degreesOfFreedom) / (degreesOfFreedom + 2)) {
    return 0.5 - incompleteBeta(square / (degreesOfFreedom + square), 0.5, a) / 2;
  }
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + square), a, 0.5) / 2;
}

/** Regularised incomplete beta function for `x` below its mode, by its continued fraction (modified Lentz). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x === 0) return 0;
  const front =
    Math.exp(
      a * Math.log(x) +
        b * Math.log1p(-x) +
        logarithmOfGamma(a + b) -
        logarithmOfGamma(a) -
        logarithmOfGamma(b),
    ) / a;
  let numerator = 1;
  let denominator = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      denominator = 1 / notZero(1 + term * denominator);
      numerator = notZero(1 + term / numerator);
      change = denominator * numerator;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return front * fraction;
}

function notZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** ln Γ(x) by Stirling's series, whose first terms are enough from 10 on; smaller x are lifted there. */
function logarithmOfGamma(x: number): number {
  let product = 1;
  let lifted = x;
  for (; lifted < 10; lifted++) product *= lifted;
  const inverse = 1 / (lifted * lifted);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / lifted;
  return (lifted - 0.5) * Math.log(lifted) - lifted + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
