import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';

/** What an energy per good unit was made of. */
export interface SpecificEnergyInput {
  /** kWh, or kgce where it is the comprehensive energy. */
  readonly energy: number | undefined;
  /** Units that were good. */
  readonly goodCount: number | undefined;
}

/**
 * Specific energy consumption 单位产品能耗: energy ÷ good units, in the unit of the energy a unit. No value where nothing
 * good was made or counted, or more was rejected than made. The bounds are those of the energy; the count is taken as it is.
 *
 * @param energy - e.g. of `energy()` in kWh, or of `standardCoal()` in kgce for the comprehensive energy of a unit
 */
export function specificEnergyConsumption(
  energy: Pick<Kpi<unknown>, 'value' | 'bounds' | 'coverage' | 'warnings'>,
  goodCount: number | undefined,
): Kpi<SpecificEnergyInput> {
  const { value, bounds, coverage, warnings } = energy;
  const good = goodCount !== undefined && goodCount > 0 ? goodCount : undefined;
  return {
    value: ratio(value, good),
    bounds: boundsOf(ratio(bounds?.low, good), ratio(bounds?.high, good)),
    coverage,
    inputs: { energy: value, goodCount },
    warnings: good ? warnings : [...warnings, { key: 'noGoodCount', subjects: [] }],
  };
}
