import type { CarrierAmount } from '../kpi/energy/carrier-amount.js';
import { type EmissionInput, emissions } from '../kpi/energy/emissions.js';
import { energy, type EnergyInput } from '../kpi/energy/energy.js';
import { specificEnergyConsumption, type SpecificEnergyInput } from '../kpi/energy/specific-energy.js';
import { standardCoal, type StandardCoalInput } from '../kpi/energy/standard-coal.js';
import type { Kpi } from '../kpi/kpi.js';
import type { CoalBasis, EmissionMethod } from '../model/energy-types.js';
import type { Text } from '../model/text.js';
import type { Interval } from '../time/interval.js';
import { instantOf, wallTime } from '../time/zone.js';
import type { Twin } from '../twin/twin.js';
import { carrierRecord, carrierSources, electricity } from './carrier-record.js';
import { equipmentEnergy } from './equipment-energy.js';
import { goodOutput } from './output.js';
import { untilNow } from './past.js';
import { sumOfEnergies } from './sum-of-energies.js';

/** How much of one carrier an equipment used, in the unit of the carrier. */
export interface EquipmentCarrier extends Kpi<EnergyInput> {
  /** Id of the carrier, e.g. `gas`. */
  readonly carrier: string;
  /** As the workshop file names it; `undefined` for electricity where it does not. */
  readonly name: Text | undefined;
  /** Unit of the value, e.g. `m³`. */
  readonly unit: string;
  /** Ids of the meters that were read. */
  readonly sources: readonly string[];
}

/** Comprehensive energy of an equipment in kgce, with what it was needed for. */
export interface EquipmentStandardCoal extends Kpi<StandardCoalInput> {
  /** kgce per good unit. */
  readonly perGoodUnit: Kpi<SpecificEnergyInput>;
}

/**
 * What an equipment used of each carrier that is measured for it, electricity first. The amounts stand side by side: those
 * of different units have no sum, but their standard coal and their emissions have.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentCarriers(twin: Twin, equipment: string, interval: Interval): EquipmentCarrier[] {
  const past = untilNow(twin, interval);
  const { carriers } = twin.workshop.energy;
  const ids = new Set([electricity, ...carriers.map(({ id }) => id)]);
  return [...ids].flatMap((carrier) => {
    const sources = carrierSources(twin, equipment, carrier);
    if (sources.length === 0) return [];
    const parts = sources.map((id) => energy(carrierRecord(twin, id, carrier), past));
    const { value, bounds, coverage, inputs, warnings } = sumOfEnergies(parts, past);
    const told = carriers.find(({ id }) => id === carrier);
    const unit = told?.unit ?? 'kWh';
    return [{ carrier, name: told?.name, unit, sources, value, bounds, coverage, inputs, warnings }];
  });
}

/**
 * Comprehensive energy 综合能耗 of an equipment over all its carriers, by the coal factors of the workshop file.
 *
 * @param interval - cut off at the moment of the clock; each local year is counted with its own factors
 * @param basis - default `equivalent`
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentStandardCoal(
  twin: Twin,
  equipment: string,
  interval: Interval,
  basis: CoalBasis = 'equivalent',
): EquipmentStandardCoal {
  const { coalFactors = [] } = twin.workshop.energy;
  const coal = standardCoal(amountsByYear(twin, equipment, interval), coalFactors, basis);
  const goodCount = goodOutput(twin, equipment, untilNow(twin, interval));
  return { ...coal, perGoodUnit: specificEnergyConsumption(coal, goodCount) };
}

/**
 * CO₂ equivalent in kg of the energy of an equipment over all its carriers, by the emission factors of the workshop file.
 *
 * @param interval - cut off at the moment of the clock; each local year is counted with its own factors
 * @param method - default `location`
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentEmissions(
  twin: Twin,
  equipment: string,
  interval: Interval,
  method: EmissionMethod = 'location',
): Kpi<EmissionInput> {
  return emissions(amountsByYear(twin, equipment, interval), twin.workshop.energy.emissionFactors, method);
}

/**
 * Electric energy per good unit of an equipment in kWh.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentSpecificEnergy(
  twin: Twin,
  equipment: string,
  interval: Interval,
): Kpi<SpecificEnergyInput> {
  const used = equipmentEnergy(twin, equipment, interval);
  return specificEnergyConsumption(used, used.goodCount);
}

function amountsByYear(twin: Twin, equipment: string, interval: Interval): CarrierAmount[] {
  return yearsOf(untilNow(twin, interval), twin.workshop.timeZone).flatMap(({ year, ...part }) =>
    equipmentCarriers(twin, equipment, part).map(({ carrier, value, bounds, coverage }) => ({
      carrier,
      amount: value,
      year,
      bounds,
      coverage,
    })),
  );
}

/** An interval in its local years. */
function yearsOf({ from, to }: Interval, timeZone: string): (Interval & { readonly year: number })[] {
  const yearAt = (time: number) => new Date(wallTime(timeZone, time)).getUTCFullYear();
  const years: (Interval & { year: number })[] = [];
  for (let begin = from; begin < to || years.length === 0;) {
    const year = yearAt(begin);
    const next = instantOf(timeZone, Date.UTC(year + 1, 0, 1));
    years.push({ from: begin, to: Math.min(next, to), year });
    begin = next;
  }
  return years;
}
