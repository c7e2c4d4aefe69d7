import {
  cycleAmount,
  production,
  type Production,
  type ProductionPlan,
  targetAmount,
} from '../kpi/production/production.js';
import type { KpiWarning } from '../kpi/kpi.js';
import { plus } from '../kpi/plus.js';
import type { WorkCalendar } from '../time/calendar.js';
import { checkInterval, type Interval } from '../time/interval.js';
import { machineRecord } from './equipment-oee.js';
import { outputMachines } from './output-machines.js';
import { productionRecord, unitsOf } from './output.js';
import { untilNow } from './past.js';
import type { Twin } from '../twin/twin.js';

/** The production of an equipment hour by hour, with the machines that it was counted at. */
export interface EquipmentProduction extends Production {
  /** The interval asked about, the future included. */
  readonly interval: Interval;
  /** Ids of the machines whose counts are the output, see {@link outputMachines}. */
  readonly machines: readonly string[];
  /** Unit of quantity: `pcs`, `kg` …; `undefined` where units differ, and then nothing is added up. */
  readonly unit: string | undefined;
  /** `noCounts`: no machine counts; `differentUnits`: their products have other units; `noPlan`: nothing to compare with. */
  readonly warnings: readonly KpiWarning[];
}

/**
 * Good, bad and planned units of a machine, or of the output of a line, a workshop or a site, per clock hour of the
 * site.
 *
 * The plan is the target of the equipment an hour of planned time, else the sum of the plans of its parts that have
 * output; for a machine without a target, planned time ÷ ideal cycle × the OEE to reach. Where one of them has neither,
 * there is no plan.
 *
 * @param interval - may reach into the future, for plan and forecast
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentProduction(twin: Twin, equipment: string, interval: Interval): EquipmentProduction {
  checkInterval(interval);
  const machines = outputMachines(twin, equipment);
  const units = unitsOf(twin, machines, untilNow(twin, interval));
  const counted = units.size > 1 ? [] : machines;
  const plan = planOf(twin, equipment, counted);
  const result = production(
    counted.map((id) => productionRecord(twin, id)),
    clockHours(twin.calendar, interval),
    twin.clock.now(),
    plan,
  );
  const warnings: KpiWarning[] = [];
  if (units.size > 1) warnings.push({ key: 'differentUnits', subjects: [...units] });
  else if (machines.length === 0) warnings.push({ key: 'noCounts', subjects: [equipment] });
  if (result.planned === undefined) warnings.push({ key: 'noPlan', subjects: [equipment] });
  const unit = units.size > 1 ? undefined : ([...units][0] ?? 'pcs');
  return { ...result, interval, machines, unit, warnings };
}

/**
 * The clock hours of an interval on the wall of the site, the first and the last cut off at its ends. A day on which
 * clocks change has 23 or 25 of them.
 */
export function clockHours(calendar: WorkCalendar, { from, to }: Interval): Interval[] {
  const hours: Interval[] = [];
  let start = from;
  // Zones are ahead by quarters of an hour, so that each full hour on the wall is a full quarter in UTC.
  for (let time = (Math.floor(from / quarter) + 1) * quarter; time < to; time += quarter) {
    if (calendar.local(time).minute !== 0) continue;
    hours.push({ from: start, to: time });
    start = time;
  }
  if (start < to) hours.push({ from: start, to });
  return hours;
}

const quarter = 900_000;

function planOf(twin: Twin, equipment: string, machines: readonly string[]): ProductionPlan {
  const amounts = amountsOf(twin, equipment, new Set(machines));
  return {
    time: (interval) => twin.calendar.planned(interval, equipment),
    amount: (interval) =>
      amounts.length === 0
        ? undefined
        : amounts.reduce<number | undefined>((sum, amount) => plus(sum, amount(interval)), 0),
  };
}

type Amount = ProductionPlan['amount'];

/** The nearest targets from the top down, for all that has output; a machine without one has its ideal cycle. */
function amountsOf(twin: Twin, equipment: string, machines: ReadonlySet<string>): Amount[] {
  const { production: targets, oee } = twin.workshop.targets;
  if (!twin.tree.workUnits(equipment).some((id) => machines.has(id))) return [];
  const time = (interval: Interval) => twin.calendar.planned(interval, equipment);
  if (Object.hasOwn(targets, equipment))
    return [(interval) => targetAmount(targets[equipment], time(interval))];
  if (!machines.has(equipment)) {
    return twin.tree.children(equipment).flatMap((child) => amountsOf(twin, child, machines));
  }
  if (oee === undefined) return [() => undefined];
  const record = machineRecord(twin, equipment);
  return [(interval) => cycleAmount(record, time(interval), oee)];
}
