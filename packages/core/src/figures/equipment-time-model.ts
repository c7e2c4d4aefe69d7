import type { Kpi } from '../kpi/kpi.js';
import { availability } from '../kpi/oee/availability.js';
import { effectiveness } from '../kpi/oee/effectiveness.js';
import { nee } from '../kpi/oee/nee.js';
import { teep } from '../kpi/oee/teep.js';
import { timeModelOee } from '../kpi/oee/time-model-oee.js';
import { qualityRatio } from '../kpi/production/quality-ratio.js';
import type { Quantities } from '../kpi/production/quantities.js';
import { reworkRatio } from '../kpi/production/rework-ratio.js';
import { scrapRatio } from '../kpi/production/scrap-ratio.js';
import { throughputRate } from '../kpi/production/throughput-rate.js';
import { allocationEfficiency } from '../kpi/time-model/allocation-efficiency.js';
import { allocationRatio } from '../kpi/time-model/allocation-ratio.js';
import { productionProcessRatio } from '../kpi/time-model/production-process-ratio.js';
import { setupRatio } from '../kpi/time-model/setup-ratio.js';
import { technicalEfficiency } from '../kpi/time-model/technical-efficiency.js';
import type { TimeAccounts } from '../kpi/time-model/time-accounts.js';
import { sumOfTimeModels, timeModel, type TimeModel } from '../kpi/time-model/time-model.js';
import { utilizationEfficiency } from '../kpi/time-model/utilization-efficiency.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { type EquipmentOee, equipmentOee } from './equipment-oee.js';
import { machineQuantities, sumOfQuantities } from './machine-quantities.js';
import { productionRecord } from './output.js';
import { type IntervalOrList, machinesOf, partsUntilNow, plannedIn } from './past.js';
import { producersAmong } from './producers.js';

/** The figures of ISO 22400 that are ratios of times. */
export type TimeFigure =
  | 'availability'
  | 'allocationRatio'
  | 'allocationEfficiency'
  | 'utilizationEfficiency'
  | 'technicalEfficiency'
  | 'setupRatio'
  | 'productionProcessRatio';

/** The figures of ISO 22400 for which pieces are counted, and TEEP. */
export type PieceFigure =
  'effectiveness' | 'nee' | 'teep' | 'throughputRate' | 'qualityRatio' | 'scrapRatio' | 'reworkRatio';

/** The time model of an equipment and the figures made of it. */
export interface EquipmentTimeModel extends Readonly<Record<TimeFigure | PieceFigure, Kpi<unknown>>> {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Ids of the machines whose times are added up: those that produce, or all where none does. */
  readonly machines: readonly string[];
  /** The sum over the machines. `noOrderData` names those that were read by their states alone. */
  readonly timeModel: TimeModel;
  /** The OEE. Its machines, those with counts and an ideal cycle, are those of all figures for which pieces count. */
  readonly oee: EquipmentOee;
  /** The pieces of these machines in their planned busy time; a piece counts at each machine it passes. */
  readonly quantities: Quantities;
}

/**
 * The time model of ISO 22400 for a machine, or for a line, a workshop or a site over its machines, with its figures: sums
 * first, then ratios.
 *
 * Shifts and planned time come from the calendar; without shifts all the time is planned operation time. The order of a
 * machine is its signal `order`.
 *
 * @param interval - one or several, cut off at the moment of the clock
 * @param accounts - how states are read. Default: by order for machines with order data, else by state alone
 * @throws {RangeError} if there is no such equipment, an interval runs backwards, or several overlap
 */
export function equipmentTimeModel(
  twin: Twin,
  equipment: string,
  interval: IntervalOrList,
  accounts?: TimeAccounts,
): EquipmentTimeModel {
  const past = partsUntilNow(twin, interval);
  const machines = producersAmong(twin, machinesOf(twin, equipment));
  const models = new Map(machines.map((id) => [id, machineTimeModel(twin, id, past, accounts)]));
  const times = sumOf(models, machines);
  const oee = equipmentOee(twin, equipment, past);
  const producing = sumOf(models, oee.machines);
  const counted = sumOfQuantities(oee.machines.map((id) => quantitiesOf(twin, id, past)));
  const quantities = { ...counted, goodCount: noneBelowZero(counted.goodCount) };
  const { inputs, warnings } = oee;
  const { idealTime } = inputs;
  const idealGoodTime = noneBelowZero(inputs.idealGoodTime);
  return {
    interval: oee.interval,
    machines,
    timeModel: times,
    availability: availability(times),
    allocationRatio: allocationRatio(times),
    allocationEfficiency: allocationEfficiency(times),
    utilizationEfficiency: utilizationEfficiency(times),
    technicalEfficiency: technicalEfficiency(times),
    setupRatio: setupRatio(times),
    productionProcessRatio: productionProcessRatio(times),
    oee,
    quantities,
    effectiveness: {
      ...effectiveness(producing, idealTime),
      warnings: warnings.filter(({ key }) => key !== 'noGoodCount'),
    },
    nee: { ...nee(producing, idealGoodTime), warnings },
    teep: { ...teep(timeModelOee(producing, inputs), producing.calendarTime), warnings },
    throughputRate: throughputRate(producing, quantities),
    qualityRatio: qualityRatio(quantities),
    scrapRatio: scrapRatio(quantities),
    reworkRatio: reworkRatio(quantities),
  };
}

/** More may be rejected in a short time than was made in it: what is good of it is not known then. */
function noneBelowZero(amount: number | undefined): number | undefined {
  return amount === undefined || amount < 0 ? undefined : amount;
}

/** The sum of some machines. Its warnings name those that they concern. */
function sumOf(models: ReadonlyMap<string, TimeModel>, ids: readonly string[]): TimeModel {
  const sum = sumOfTimeModels(ids.flatMap((id) => models.get(id) ?? []));
  const concerned = ids.filter((id) => models.get(id)?.warnings.length);
  return { ...sum, warnings: sum.warnings.map(({ key }) => ({ key, subjects: concerned })) };
}

function machineTimeModel(
  twin: Twin,
  id: string,
  past: readonly Interval[],
  accounts?: TimeAccounts,
): TimeModel {
  return timeModel(
    {
      states: twin.seriesOf(id, 'state', 'state'),
      statesKnownUntil: twin.knownUntil(id, 'state'),
      orders: twin.seriesOf(id, 'order', 'text'),
      ordersKnownUntil: twin.knownUntil(id, 'order'),
      operation:
        twin.workshop.calendar.shifts.length > 0
          ? [...new Set(past.flatMap((one) => twin.calendar.shifts(one)))]
          : past,
      planned: plannedIn(twin, id, past),
    },
    past,
    accounts,
  );
}

function quantitiesOf(twin: Twin, id: string, past: readonly Interval[]): Quantities {
  return machineQuantities(productionRecord(twin, id), plannedIn(twin, id, past));
}
