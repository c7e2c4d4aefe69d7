import { duration, type Interval, totalDuration } from '../../time/interval.js';
import type { KpiWarning } from '../kpi.js';
import { minus } from '../minus.js';
import { machineOee, type MachineRecord } from '../oee/machine-oee.js';
import type { LossRules, StopLoss } from './loss-rules.js';
import type { LossInput } from './losses.js';
import { type StopRecord, stopTimes } from './machine-stops.js';
import { type StartUp, startUpTimes, type StartUpRecord } from './start-up.js';

/** What is known of one machine. Everything may be missing. */
export interface LossRecord extends MachineRecord, StopRecord, StartUpRecord {
  readonly states: MachineRecord['states'];
  readonly statesKnownUntil?: number;
  readonly products: MachineRecord['products'];
}

/** How the losses of a machine are booked. */
export interface MachineLossRules extends LossRules {
  /** What counts as starting up; absent: nothing, but for rejects whose reason the catalogue books to reduced yield. */
  readonly startUp?: StartUp;
}

/** Where the time of a machine went, and what a reader has to know. */
export interface MachineLosses {
  readonly input: LossInput;
  readonly warnings: readonly KpiWarning[];
}

/**
 * Takes the losses of a machine from its series. The parts make up the calendar time to the millisecond, and several calls
 * over parts of a time (its shifts, the times of its products) add up to one over the whole.
 *
 * Stops are booked by {@link LossRules}. Those that belong to the performance (minor stops, reduced speed) stay in the run time;
 * those that the catalogue books to the schedule loss leave the planned time.
 *
 * @param intervals - the time asked about, in time order, already cut off at the present
 * @param planned - the planned parts of it, in time order
 * @throws {RangeError} if a rule is out of its range
 *
 * @example
 * ```ts
 * losses(machineLosses(record, [shift], calendar.planned(shift)).input).times.idlingAndMinorStops;
 * ```
 */
export function machineLosses(
  machine: LossRecord,
  intervals: readonly Interval[],
  planned: readonly Interval[],
  rules: MachineLossRules = {},
): MachineLosses {
  const { input, warnings } = machineOee(machine, planned);
  const rejected = machineOee(machine, startUpTimes(machine, planned, rules)).input;
  const stopped: Record<StopLoss, number> = {
    equipmentFailure: 0,
    setupAndAdjustment: 0,
    idlingAndMinorStops: 0,
    reducedSpeed: 0,
    scheduleLoss: 0,
  };
  for (const stop of stopTimes(machine, planned, rules)) stopped[stop.loss] += duration(stop);
  const { reducedSpeed, scheduleLoss, ...booked } = stopped;
  return {
    input: {
      ...input,
      ...booked,
      calendarTime: totalDuration(intervals),
      plannedTime: input.plannedTime - scheduleLoss,
      productionTime: input.productionTime + booked.idlingAndMinorStops + reducedSpeed,
      reducedYield:
        input.idealGoodTime === undefined ? undefined : minus(rejected.idealTime, rejected.idealGoodTime),
    },
    warnings,
  };
}
