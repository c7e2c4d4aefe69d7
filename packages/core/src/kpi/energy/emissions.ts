import type { EmissionFactor, EmissionMethod } from '../../model/workshop-types.js';
import type { Kpi } from '../kpi.js';
import { warningsOf } from '../warnings.js';
import { type CarrierAmount, type ConvertedCarrier, convertedSum } from './carrier-amount.js';
import { emissionFactor } from './emission.js';

/** What emissions were made of. */
export interface EmissionInput {
  /** `location`: by the mean of the grid; `market`: by what the contract says. */
  readonly method: EmissionMethod;
  /** Each amount with the factor it was counted with, and its kg of CO₂ equivalent. */
  readonly parts: readonly ConvertedCarrier<EmissionFactor>[];
}

/**
 * CO₂ equivalent of energy in kg: Σ amount × emission factor. Each part names its factor with year and source.
 *
 * Market-based, a carrier without a factor of its contract is counted with that of its location, as fuels are, and is
 * named (`noMarketFactor`). A carrier without any factor is left out and named (`noEmissionFactor`).
 *
 * @param amounts - of each carrier, and of each year where the interval has several
 * @param method - `location` (default): by the mean of the grid; `market`: by what the contract says (GHG Protocol, Scope 2)
 */
export function emissions(
  amounts: readonly CarrierAmount[],
  factors: readonly EmissionFactor[],
  method: EmissionMethod = 'location',
): Kpi<EmissionInput> {
  const ofLocation = new Set<string>();
  const { parts, without, ...sum } = convertedSum(amounts, ({ carrier, year }) => {
    const own = emissionFactor(factors, carrier, year, method);
    const found = own ?? emissionFactor(factors, carrier, year);
    if (found && !own) ofLocation.add(carrier);
    return found;
  });
  return {
    ...sum,
    inputs: { method, parts },
    warnings: warningsOf({
      noMarketFactor: ofLocation.size > 0 && [...ofLocation],
      noEmissionFactor: without.length > 0 && without,
    }),
  };
}
