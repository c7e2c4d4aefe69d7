import { type EnergyByState, energyByState } from '../kpi/energy/energy-by-state.js';
import { stateCount } from '../model/equipment-state.js';
import { duration, type Interval } from '../time/interval.js';
import { energyRecord, energySources } from './equipment-energy.js';
import { equipmentEnergySpans } from './equipment-energy-spans.js';
import { FigureMemory } from './figure-memory.js';
import { sourcesOfMachine } from './machine-energy-sources.js';
import { machinesOf, untilNow } from './past.js';
import { energyBasis, settledBasis } from './settled-basis.js';
import type { Twin } from '../twin/twin.js';

const hour = 3_600_000;
const memory = new FigureMemory<EnergyByState>();

/** Where the electric energy of an equipment went: into the states of its machines, and into the rest. */
export interface EquipmentEnergyByState {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** kWh of the machines together, by state code. */
  readonly energies: Float64Array;
  /** Milliseconds of the machines together in which these were measured, by state code. */
  readonly measuredTimes: Float64Array;
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
  const measuredTimes = new Float64Array(stateCount);
  const machines: string[] = [];
  const unmeasured: string[] = [];
  const counted = new Set<string>();
  const whole = new Set(energySources(twin, equipment));
  let sharedOut = 0;
  for (const id of machinesOf(twin, equipment)) {
    // A machine among the sources of the whole measures itself, and no meter measures it.
    const sources = whole.has(id) ? [id] : sourcesOfMachine(twin, id);
    (sources.length > 0 ? machines : unmeasured).push(id);
    for (const source of sources) {
      counted.add(source);
      for (const part of partsOf(twin, id, source, past)) {
        for (let code = 0; code < stateCount; code++) {
          energies[code] += part.energies[code];
          measuredTimes[code] += part.measuredTimes[code];
        }
        sharedOut += part.sharedOut;
      }
    }
  }
  const rest = restOf(twin, equipment, past, energies, { whole, counted });
  return { interval: past, energies, measuredTimes, machines, unmeasured, rest, sharedOut };
}

/**
 * The energy of a machine by state. Where it is measured as power, that of the hours that are over is kept while only
 * the running hour goes on. A counter is not cut there: a reading of it may lie far behind.
 */
function partsOf(twin: Twin, machine: string, source: string, { from, to }: Interval): EnergyByState[] {
  const record = energyRecord(twin, source);
  const border = record.counter ? to : Math.max(from, Math.floor(to / hour) * hour);
  const states = twin.seriesOf(machine, 'state', 'state');
  const knownUntil = twin.knownUntil(machine, 'state');
  const partOf = (part: Interval) => {
    const settled = settledBasis(states, part.to);
    const basis = [part.from, part.to, ...settled, Math.min(knownUntil, part.to)];
    for (const one of energyBasis(record, part.to)) basis.push(one);
    return memory.get(twin, source === machine ? machine : `${machine} ${source}`, basis, () =>
      energyByState(record, states, part, knownUntil),
    );
  };
  const parts: EnergyByState[] = [];
  if (from < border) parts.push(partOf({ from, to: border }));
  if (border < to) parts.push(partOf({ from: border, to }));
  return parts;
}

function restOf(
  twin: Twin,
  equipment: string,
  past: Interval,
  energies: Float64Array,
  { whole, counted }: { readonly whole: ReadonlySet<string>; readonly counted: ReadonlySet<string> },
): number | undefined {
  if (whole.size === counted.size && [...whole].every((id) => counted.has(id))) {
    return duration(past) > 0 && whole.size > 0 ? 0 : undefined;
  }
  const [total] = equipmentEnergySpans(twin, equipment, [past]);
  return total === undefined ? undefined : energies.reduce((rest, amount) => rest - amount, total);
}
