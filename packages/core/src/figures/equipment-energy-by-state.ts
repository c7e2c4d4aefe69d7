import { energyByState } from '../kpi/energy/energy-by-state.js';
import { stateCount } from '../model/equipment-state.js';
import { duration, type Interval } from '../time/interval.js';
import { energyRecord, energySources } from './equipment-energy.js';
import { equipmentEnergySpans } from './equipment-energy-spans.js';
import { machinesOf, untilNow } from './past.js';
import type { Twin } from '../twin/twin.js';

/** Where the electric energy of an equipment went: into the states of its machines, and into the rest. */
export interface EquipmentEnergyByState {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** kWh of the machines together, by state code. */
  readonly energies: Float64Array;
  /** Ids of the machines whose own energy is known. */
  readonly machines: readonly string[];
  /** Ids of those whose energy is not known, or only together with others. */
  readonly unmeasured: readonly string[];
  /**
   * kWh of the whole that belong to no machine: lights, air, machines without a meter. Negative: the machines say
   * more than the meter of the whole. With `energies` it adds up to the whole; `undefined` where that was not measured.
   */
  readonly rest: number | undefined;
  /** kWh that were shared out evenly between two readings, because a state changed between them. */
  readonly sharedOut: number;
}

/**
 * Electric energy of an equipment by the states of its machines.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentEnergyByState(
  twin: Twin,
  equipment: string,
  interval: Interval,
): EquipmentEnergyByState {
  const past = untilNow(twin, interval);
  const energies = new Float64Array(stateCount);
  const machines: string[] = [];
  const unmeasured: string[] = [];
  const counted = new Set<string>();
  let sharedOut = 0;
  for (const id of machinesOf(twin, equipment)) {
    const sources = energySources(twin, id).filter((source) => measuresOnly(twin, source, id));
    (sources.length > 0 ? machines : unmeasured).push(id);
    const states = twin.seriesOf(id, 'state', 'state');
    const knownUntil = twin.knownUntil(id, 'state');
    for (const source of sources) {
      counted.add(source);
      const part = energyByState(energyRecord(twin, source), states, past, knownUntil);
      part.energies.forEach((amount, code) => (energies[code] += amount));
      sharedOut += part.sharedOut;
    }
  }
  const rest = restOf(twin, equipment, past, energies, counted);
  return { interval: past, energies, machines, unmeasured, rest, sharedOut };
}

/** A meter of several machines cannot say which of them took what. */
function measuresOnly(twin: Twin, source: string, machine: string): boolean {
  if (source === machine) return true;
  const meter = twin.workshop.energy.meters.find((one) => one.equipment === source);
  return meter?.measures.every((id) => id === machine) === true;
}

function restOf(
  twin: Twin,
  equipment: string,
  past: Interval,
  energies: Float64Array,
  counted: ReadonlySet<string>,
): number | undefined {
  const sources = energySources(twin, equipment);
  if (sources.length === counted.size && sources.every((id) => counted.has(id))) {
    return duration(past) > 0 && sources.length > 0 ? 0 : undefined;
  }
  const [total] = equipmentEnergySpans(twin, equipment, [past]);
  return total === undefined ? undefined : energies.reduce((rest, amount) => rest - amount, total);
}
