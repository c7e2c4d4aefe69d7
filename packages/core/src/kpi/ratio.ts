/** `numerator / denominator`; `undefined` where there is nothing to divide by or nothing to divide. */
export function ratio(numerator: number | undefined, denominator: number | undefined): number | undefined {
  return numerator === undefined || !denominator ? undefined : numerator / denominator;
}
