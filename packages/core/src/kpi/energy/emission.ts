import type { EmissionFactor } from '../../model/workshop-types.js';

/**
 * The emission factor to count a carrier with in a year: that of the newest year that is not after it, else one that
 * names no year, else the oldest there is. `undefined` where none is given: none is assumed.
 */
export function emissionFactor(
  factors: readonly EmissionFactor[],
  carrier: string,
  year: number,
): EmissionFactor | undefined {
  const own = factors.filter((factor) => factor.carrier === carrier);
  const dated = own
    .filter((factor): factor is EmissionFactor & { readonly year: number } => factor.year !== undefined)
    .sort((a, b) => b.year - a.year);
  return (
    dated.find((factor) => factor.year <= year) ??
    own.find((factor) => factor.year === undefined) ??
    dated[dated.length - 1]
  );
}
