import { tariffBands, type TariffBandName } from '../../model/workshop-types.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { TariffSpan } from '../../time/tariff.js';
import { energyAmount, sharedOutEnergy } from './energy-amount.js';
import type { EnergyRecord } from './energy.js';
import type { Bounds, Kpi, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';

const hour = 3_600_000;

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
    { energy: number; cost: number | undefined; time: number }
  >();
  const currencies = new Set<string>();
  const versions = new Set<string>();
  const total = { energy: 0, cost: 0, measured: 0 };
  let missing: Bounds | undefined = { low: 0, high: 0 };
  let isPriced = true;
  for (const span of spans) {
    const length = span.to - span.from;
    let use = uses.get(span.band);
    if (!use) uses.set(span.band, (use = { energy: 0, cost: 0, time: 0 }));
    use.time += length;
    if (span.currency !== undefined) currencies.add(span.currency);
    if (span.version !== undefined) versions.add(span.version);
    for (const record of records) {
      const { amount, measuredTime } = energyAmount(record, span);
      total.energy += amount;
      total.measured += measuredTime;
      use.energy += amount;
      missing = withMissing(missing, span.price, record.ratedPower, length - measuredTime);
      if (span.price === undefined) {
        use.cost = undefined;
        if (amount !== 0) isPriced = false;
      } else {
        total.cost += amount * span.price;
        if (use.cost !== undefined) use.cost += amount * span.price;
      }
    }
  }
  const isOneCurrency = currencies.size <= 1;
  const value =
    total.measured > 0 && isPriced && isOneCurrency && currencies.size > 0 ? total.cost : undefined;
  return {
    value,
    currency: isOneCurrency ? [...currencies][0] : undefined,
    bounds:
      value === undefined || !missing ? undefined : { low: value + missing.low, high: value + missing.high },
    coverage: ratio(total.measured, totalDuration(spans) * records.length),
    inputs: {
      energy: total.energy,
      bands: [...uses]
        .map(([band, use]) => ({ band, ...use, cost: isOneCurrency ? use.cost : undefined }))
        .sort((a, b) => rank(a.band) - rank(b.band)),
      sharedOut: sharedOut(records, spans),
      versions: [...versions],
    },
    warnings: warningsOf(isPriced, currencies),
  };
}

/** Adds what the time without data may have cost; with a negative price that lowers the least. */
function withMissing(
  bounds: Bounds | undefined,
  price: number | undefined,
  ratedPower: number | undefined,
  time: number,
): Bounds | undefined {
  if (time === 0 || bounds === undefined) return bounds;
  if (ratedPower === undefined || price === undefined) return undefined;
  const most = (ratedPower * time * price) / hour;
  return { low: bounds.low + Math.min(0, most), high: bounds.high + Math.max(0, most) };
}

function sharedOut(records: readonly EnergyRecord[], spans: readonly TariffSpan[]): number {
  if (spans.length < 2) return 0;
  const borders = spans.slice(1).map(({ from }) => from);
  const whole: Interval = { from: spans[0].from, to: spans[spans.length - 1].to };
  return records.reduce((sum, record) => sum + sharedOutEnergy(record, borders, whole), 0);
}

function warningsOf(isPriced: boolean, currencies: ReadonlySet<string>): readonly KpiWarning[] {
  const warnings: KpiWarning[] = [];
  if (!isPriced) warnings.push({ key: 'noPrice', subjects: [] });
  if (currencies.size > 1) warnings.push({ key: 'severalCurrencies', subjects: [...currencies] });
  return warnings;
}

function rank(band: TariffBandName | undefined): number {
  return band === undefined ? tariffBands.length : tariffBands.indexOf(band);
}
