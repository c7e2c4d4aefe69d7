import type { KpiWarning } from '../kpi/kpi.js';
import { machineOee, type MachineOee, type MachineRecord } from '../kpi/machine-oee.js';
import { type Oee, oee, sumOfOeeInputs } from '../kpi/oee.js';
import type { StateTimes } from '../kpi/state-times.js';
import { stateCount } from '../model/equipment-state.js';
import { duration, type Interval } from '../time/interval.js';
import { machinesOf, untilNow } from './past.js';
import type { Twin } from './twin.js';

/** The OEE of an equipment with the times behind it. */
export interface EquipmentOee extends Oee {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Calendar time of all machines together, in milliseconds. Planned time and the time outside the plan make it up. */
  readonly calendarTime: number;
  /** Planned time by state code, of all machines together; adds up to `inputs.plannedTime`. */
  readonly times: StateTimes;
  /** Ids of the machines it is made of. */
  readonly machines: readonly string[];
  /** Ids of those that lack counts or an ideal cycle: their share is in the bounds, not in the value. */
  readonly withoutBasis: readonly string[];
}

/**
 * The OEE of a machine, or of a line, a workshop or a site over all its machines: sums first, then ratios, with
 * different ideal cycles weighted by ideal time.
 *
 * Machines without counts or ideal cycle cannot enter the value; they are named, their planned time lowers the
 * coverage and widens the bounds. If none has them, only the availability has a value.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentOee(twin: Twin, equipment: string, interval: Interval): EquipmentOee {
  const past = untilNow(twin, interval);
  const machines = machinesOf(twin, equipment);
  const parts = machines.map((id) => machineOee(recordOf(twin, id), twin.calendar.planned(past, id)));
  const all = oee(sumOfOeeInputs(parts.map((part) => part.input)));
  const withBasis = parts.filter((part) => part.input.idealGoodTime !== undefined);
  const withoutBasis = machines.filter((_, index) => parts[index].input.idealGoodTime === undefined);
  const times = new Float64Array(stateCount);
  for (const part of parts) for (let code = 0; code < stateCount; code++) times[code] += part.times[code];
  const context = {
    interval: past,
    calendarTime: duration(past) * machines.length,
    times,
    machines,
    withoutBasis,
    warnings: [...all.warnings, ...gathered(parts, machines)],
  };
  if (withBasis.length === parts.length || withBasis.length === 0) return { ...all, ...context };
  return { ...partlyFounded(all, withBasis, parts), ...context };
}

/** The OEE of those machines that have a basis, with the others in coverage and bounds. */
function partlyFounded(all: Oee, withBasis: readonly MachineOee[], parts: readonly MachineOee[]): Oee {
  const founded = oee(sumOfOeeInputs(withBasis.map((part) => part.input)));
  const planned = all.inputs.plannedTime;
  const unfounded = parts.filter((part) => part.input.idealGoodTime === undefined);
  let possible = 0;
  for (const { input } of unfounded) possible += input.productionTime + input.unknownTime;
  const known = founded.inputs.plannedTime - founded.inputs.unknownTime;
  const good = founded.inputs.idealGoodTime ?? 0;
  return {
    ...all,
    value: founded.value,
    performance: founded.performance,
    quality: founded.quality,
    coverage: planned === 0 ? undefined : known / planned,
    bounds:
      planned === 0
        ? undefined
        : {
            low: good / planned,
            high: Math.max((good + founded.inputs.unknownTime + possible) / planned, founded.value ?? 0),
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
