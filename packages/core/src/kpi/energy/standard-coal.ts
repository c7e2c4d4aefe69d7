import type { CoalBasis, CoalFactor } from '../../model/workshop-types.js';
import type { Kpi } from '../kpi.js';
import { warningsOf } from '../warnings.js';
import { type CarrierAmount, type ConvertedCarrier, convertedSum } from './carrier-amount.js';
import { factorOfYear } from './factor-of-year.js';

/** What a comprehensive energy was made of. */
export interface StandardCoalInput {
  /** `equivalent`: energy content (当量值); `primary`: what it takes to make it (等价值). */
  readonly basis: CoalBasis;
  /** Each amount with the factor it was counted with, and its kgce. */
  readonly parts: readonly ConvertedCarrier<CoalFactor>[];
}

/**
 * Comprehensive energy 综合能耗 in kilograms of standard coal equivalent (kgce, a thousandth of a tce): Σ amount × factor
 * (GB/T 2589-2020).
 *
 * The two bases are never mixed: where a carrier has a factor of the other basis only, there is no value
 * (`otherCoalBasis`). A carrier without any factor is left out and named (`noCoalFactor`): so media that are made on the
 * site, as compressed air is, get none, because the energy to make them is in the sum already.
 *
 * @param amounts - of each carrier, and of each year where the interval has several
 * @param basis - default `equivalent`
 */
export function standardCoal(
  amounts: readonly CarrierAmount[],
  factors: readonly CoalFactor[],
  basis: CoalBasis = 'equivalent',
): Kpi<StandardCoalInput> {
  const ofBasis = factors.filter((factor) => factor.basis === basis);
  const { parts, without, ...sum } = convertedSum(amounts, ({ carrier, year }) =>
    factorOfYear(ofBasis, carrier, year),
  );
  const other = without.filter((carrier) => factors.some((factor) => factor.carrier === carrier));
  const none = without.filter((carrier) => !other.includes(carrier));
  return {
    ...sum,
    ...(other.length > 0 && { value: undefined, bounds: undefined }),
    inputs: { basis, parts },
    warnings: warningsOf({
      otherCoalBasis: other.length > 0 && other,
      noCoalFactor: none.length > 0 && none,
    }),
  };
}
