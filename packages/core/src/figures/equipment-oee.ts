import { wholeOf } from '../kpi/whole-of.js';
import { machineOee, type MachineOee, type MachineRecord } from '../kpi/oee/machine-oee.js';
import { type Oee, oee, type OeeInput, sumOfOeeInputs } from '../kpi/oee/oee.js';
import type { StateTimes } from '../kpi/time-model/state-times.js';
import { stateCount } from '../model/equipment-state.js';
import { type Interval, totalDuration } from '../time/interval.js';
import { amongOthers } from './among-others.js';
import { gatheredWarnings } from './gathered-warnings.js';
import { type IntervalOrList, machinesOf, partsUntilNow, plannedIn } from './past.js';
import { producersAmong } from './producers.js';
import type { Twin } from '../twin/twin.js';

/** The OEE of an equipment with the times behind it. All of it is made of the same machines: its parts add up. */
export interface EquipmentOee extends Oee {
  /** The interval, or that from the begin of the first to the end of the last, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Calendar time of the machines together, in milliseconds. Planned time and the time outside the plan make it up. */
  readonly calendarTime: number;
  /** Planned time by state code, of the machines together; adds up to `inputs.plannedTime`. */
  readonly times: StateTimes;
  /** Ids of the machines the figures are made of: those with a basis, or all when none has one. */
  readonly machines: readonly string[];
  /** Ids of those that lack counts or an ideal cycle. Beside machines that have them, they stand in coverage and bounds. */
  readonly withoutBasis: readonly string[];
}

/**
 * The OEE of a machine, or of a line, a workshop or a site over all its machines: sums first, then ratios, with
 * different ideal cycles weighted by ideal time.
 *
 * Equipment that produces nothing (a store, a tank, a vehicle: no ideal cycle is given for it and nothing is counted)
 * is left out beside machines that do. Of those, the ones without counts or ideal cycle cannot enter the figures; they
 * are named, their planned time lowers the coverage and widens the bounds. If none has both, the availability stands
 * alone.
 *
 * @param interval - one or several, cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, an interval runs backwards, or several overlap
 */
export function equipmentOee(twin: Twin, equipment: string, interval: IntervalOrList): EquipmentOee {
  const past = partsUntilNow(twin, interval);
  const ids = producersAmong(twin, machinesOf(twin, equipment));
  const parts = ids.map((id) => machineOee(machineRecord(twin, id), plannedIn(twin, id, past)));
  const someHaveBasis = parts.some(hasBasis);
  const counts = (part: MachineOee) => !someHaveBasis || hasBasis(part);
  const counted = parts.filter(counts);
  const others = parts.filter((part) => !counts(part));
  const times = new Float64Array(stateCount);
  for (const part of counted) for (let code = 0; code < stateCount; code++) times[code] += part.times[code];
  const figures = oee(sumOf(counted));
  return {
    ...(others.length === 0 ? figures : amongOthers(figures, sumOf(others))),
    interval: wholeOf(past),
    calendarTime: totalDuration(past) * counted.length,
    times,
    machines: ids.filter((_, index) => counts(parts[index])),
    withoutBasis: ids.filter((_, index) => !hasBasis(parts[index])),
    warnings: [...figures.warnings, ...gatheredWarnings(parts, ids)],
  };
}

function sumOf(parts: readonly MachineOee[]): OeeInput {
  return sumOfOeeInputs(parts.map(({ input }) => input));
}

function hasBasis({ input }: MachineOee): boolean {
  return input.idealGoodTime !== undefined;
}

/**
 * What is known of one machine: its series and its ideal cycles.
 *
 * @throws {RangeError} if an ideal cycle is asked for and there is no such equipment
 */
export function machineRecord(twin: Twin, equipment: string): MachineRecord {
  return {
    states: twin.seriesOf(equipment, 'state', 'state'),
    statesKnownUntil: twin.knownUntil(equipment, 'state'),
    produced: twin.seriesOf(equipment, 'producedCount', 'counter'),
    good: twin.seriesOf(equipment, 'goodCount', 'counter'),
    scrap: twin.seriesOf(equipment, 'scrapCount', 'counter'),
    rework: twin.seriesOf(equipment, 'reworkCount', 'counter'),
    products: twin.seriesOf(equipment, 'product', 'text'),
    idealCycle: (product) => idealCycle(twin, equipment, product),
  };
}

function idealCycle(twin: Twin, equipment: string, product: string | undefined): number | undefined {
  const ofProduct = product === undefined ? undefined : twin.products.get(product)?.idealCycle[equipment];
  const seconds = ofProduct ?? twin.tree.get(equipment).idealCycle;
  return seconds === undefined ? undefined : seconds * 1000;
}
