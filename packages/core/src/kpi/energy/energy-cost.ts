import { tariffBands, type TariffBandName } from '../../model/workshop-types.js';
import { duration, totalDuration } from '../../time/interval.js';
import type { TariffSpan } from '../../time/tariff.js';
import { distinct } from '../distinct.js';
import type { Kpi } from '../kpi.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { total } from '../total.js';
import { warningsOf } from '../warnings.js';
import { wholeOf } from '../whole-of.js';
import { energyAmount, limitedBounds, mostEnergy, sharedOutEnergy } from './energy-amount.js';
import type { EnergyRecord } from './energy.js';

/** What was used while one band held, over all the spans in which it did. */
export interface BandUse {
  /** `undefined`: no band held, so there is no price. */
  readonly band: TariffBandName | undefined;
  /** kWh. */
  readonly energy: number;
  /** In the currency of the figure; `undefined` without a price. */
  readonly cost: number | undefined;
  /** Milliseconds in which it held. */
  readonly time: number;
}

/** What the cost of energy was made of. */
export interface EnergyCostInput {
  /** kWh; the bands add up to it. */
  readonly energy: number;
  /** Dearest word first; only bands that held. */
  readonly bands: readonly BandUse[];
  /** kWh that were shared out evenly between two readings, because a band began between them. */
  readonly sharedOut: number;
  /** Versions of the tariffs that held, in time order; of tariffs that name theirs. */
  readonly versions: readonly string[];
}

/** Cost of energy by the time at which it was used. */
export interface EnergyCost extends Kpi<EnergyCostInput> {
  /** ISO 4217; `undefined` where no tariff held. */
  readonly currency: string | undefined;
}

/**
 * Cost of energy: over the spans of a tariff, the energy used in the span × its price, added up.
 *
 * It has no value where nothing was measured, where energy was used without a price (warning `noPrice`), or where
 * the tariffs are in several currencies (warning `severalCurrencies`), which cannot be added. Bounds take 0 and the
 * rated power for the time without data.
 *
 * @param records - of all meters or machines that make up the whole
 * @param spans - in time order, without a hole, cut off at the present, as `TariffCalendar.spans` gives them
 */
export function energyCost(records: readonly EnergyRecord[], spans: readonly TariffSpan[]): EnergyCost {
  const uses = new Map<
    TariffBandName | undefined,
    { band: TariffBandName | undefined; energy: number; cost: number | undefined; time: number }
  >();
  const currencies = distinct(spans.map(({ currency }) => currency));
  // What was measured, and between what the time without data may have cost.
  let [energy, cost, measured, least, most] = [0, 0, 0, 0, 0];
  let isPriced = true;
  for (const span of spans) {
    const { band, price } = span;
    const time = duration(span);
    let use = uses.get(band);
    if (!use) uses.set(band, (use = { band, energy: 0, cost: 0, time: 0 }));
    use.time += time;
    for (const record of records) {
      const { amount, measuredTime } = energyAmount(record, span);
      energy += amount;
      measured += measuredTime;
      use.energy += amount;
      use.cost = plus(use.cost, price && amount * price);
      if (price !== undefined) cost += amount * price;
      else if (amount !== 0) isPriced = false;
      const missing = mostEnergy(record, time - measuredTime);
      // Without a price nothing can be said; a negative one lowers the least.
      const costMissing = missing && missing * (price ?? NaN);
      least += Math.min(0, costMissing);
      most += Math.max(0, costMissing);
    }
  }
  const isOneCurrency = currencies.length <= 1;
  const value = measured > 0 && isPriced && currencies.length === 1 ? cost : undefined;
  const borders = spans.slice(1).map(({ from }) => from);
  return {
    value,
    currency: isOneCurrency ? currencies[0] : undefined,
    bounds: value === undefined ? undefined : limitedBounds(value + least, value + most),
    coverage: ratio(measured, totalDuration(spans) * records.length),
    inputs: {
      energy,
      bands: [...uses.values()]
        .map((use) => (isOneCurrency ? use : { ...use, cost: undefined }))
        .sort((a, b) => rank(a.band) - rank(b.band)),
      sharedOut: total(records.map((record) => sharedOutEnergy(record, borders, wholeOf(spans)))),
      versions: distinct(spans.map(({ version }) => version)),
    },
    warnings: warningsOf({
      noPrice: !isPriced && [],
      severalCurrencies: !isOneCurrency && currencies,
    }),
  };
}

function rank(band: TariffBandName | undefined): number {
  return band === undefined ? tariffBands.length : tariffBands.indexOf(band);
}
