import type { KpiWarning } from '../kpi/kpi.js';
import { machineOee, type MachineOee, type MachineRecord } from '../kpi/machine-oee.js';
import { type Oee, oee, type OeeInput, sumOfOeeInputs } from '../kpi/oee.js';
import type { StateTimes } from '../kpi/state-times.js';
import { stateCount } from '../model/equipment-state.js';
import { duration, type Interval } from '../time/interval.js';
import { machinesOf, untilNow } from './past.js';
import type { Twin } from './twin.js';

/** The OEE of an equipment with the times behind it. All of it is made of the same machines: its parts add up. */
export interface EquipmentOee extends Oee {
  /** The interval, cut off at the moment of the clock. */
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
 * Machines without counts or ideal cycle cannot enter the figures; they are named, their planned time lowers the
 * coverage and widens the bounds. If none has them, the availability of all stands alone.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentOee(twin: Twin, equipment: string, interval: Interval): EquipmentOee {
  const past = untilNow(twin, interval);
  const ids = machinesOf(twin, equipment);
  const parts = ids.map((id) => machineOee(recordOf(twin, id), twin.calendar.planned(past, id)));
  const hasBasis = parts.map((part) => part.input.idealGoodTime !== undefined);
  const all = parts.map((part) => part.input);
  const founded = hasBasis.includes(true) ? hasBasis : hasBasis.map(() => true);
  const figures = oee(sumOfOeeInputs(all.filter((_, index) => founded[index])));
  const times = new Float64Array(stateCount);
  parts.forEach((part, index) => {
    if (!founded[index]) return;
    for (let code = 0; code < stateCount; code++) times[code] += part.times[code];
  });
  const machines = ids.filter((_, index) => founded[index]);
  const others = all.filter((_, index) => !founded[index]);
  return {
    ...(others.length === 0 ? figures : amongOthers(figures, sumOfOeeInputs(others))),
    interval: past,
    calendarTime: duration(past) * machines.length,
    times,
    machines,
    withoutBasis: ids.filter((_, index) => !hasBasis[index]),
    warnings: [...figures.warnings, ...gathered(parts, ids)],
  };
}

/** The figures of some machines, with coverage and bounds over the planned time of the others too. */
function amongOthers(figures: Oee, others: OeeInput): Oee {
  const { plannedTime, unknownTime, idealGoodTime = 0 } = figures.inputs;
  const planned = plannedTime + others.plannedTime;
  if (planned === 0) return figures;
  const possible = unknownTime + others.productionTime + others.unknownTime;
  return {
    ...figures,
    coverage: (plannedTime - unknownTime) / planned,
    bounds: {
      low: idealGoodTime / planned,
      high: Math.max((idealGoodTime + possible) / planned, figures.value ?? 0),
    },
  };
}

/** The warnings of the parts, one of a kind, with the machines they concern. */
function gathered(parts: readonly MachineOee[], machines: readonly string[]): KpiWarning[] {
  const byKey = new Map<string, string[]>();
  parts.forEach((part, index) => {
    for (const { key } of part.warnings) {
      const subjects = byKey.get(key);
      if (subjects) subjects.push(machines[index]);
      else byKey.set(key, [machines[index]]);
    }
  });
  return Array.from(byKey, ([key, subjects]) => ({ key, subjects }));
}

function recordOf(twin: Twin, equipment: string): MachineRecord {
  return {
    states: twin.seriesOf(equipment, 'state', 'state'),
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
