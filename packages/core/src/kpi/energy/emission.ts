import type { EmissionFactor, EmissionMethod } from '../../model/workshop-types.js';
import { factorOfYear } from './factor-of-year.js';

/**
 * The emission factor to count a carrier with in a year: that of the newest year that is not after it, else one that
 * names no year, else the oldest there is. `undefined` where none is given: none is assumed.
 *
 * @param method - a factor that names none is `location`. Default `location`
 */
export function emissionFactor(
  factors: readonly EmissionFactor[],
  carrier: string,
  year: number,
  method: EmissionMethod = 'location',
): EmissionFactor | undefined {
  return factorOfYear(
    factors.filter((factor) => (factor.method ?? 'location') === method),
    carrier,
    year,
  );
}
