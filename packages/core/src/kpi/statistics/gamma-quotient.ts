/**
 * Γ((n + 1) ÷ 2) ÷ Γ(n ÷ 2), correct to about 14 digits: what leads from one sample size to the next in the distributions
 * of deviations and of Student's t.
 *
 * Two neighbours multiply to n ÷ 2, since Γ(x + 1) = x·Γ(x); far out the square is n ÷ 2 − 1 ÷ 4 + 1 ÷ 16n + …
 *
 * @param n - above 0
 */
export function gammaQuotient(n: number): number {
  if (n < 500) return n / 2 / gammaQuotient(n + 1);
  return Math.sqrt(n / 2 - 1 / 4 + (1 / 16 + (1 / 32 - 5 / (256 * n)) / n) / n);
}
