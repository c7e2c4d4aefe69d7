import type { Kpi } from '../kpi/kpi.js';
import {
  correctiveMaintenanceRatio,
  type MaintenanceTimes,
} from '../kpi/reliability/corrective-maintenance-ratio.js';
import { type Failure, failures } from '../kpi/reliability/failures.js';
import { inherentAvailability } from '../kpi/reliability/inherent-availability.js';
import { meanTimeBetweenFailures } from '../kpi/reliability/mean-time-between-failures.js';
import { meanTimeToFailure } from '../kpi/reliability/mean-time-to-failure.js';
import { meanTimeToRestore } from '../kpi/reliability/mean-time-to-restore.js';
import {
  type FailureDenominator,
  reliabilityInput,
  type ReliabilityInput,
  sumOfReliabilityInputs,
} from '../kpi/reliability/reliability-input.js';
import { stateTimes } from '../kpi/time-model/state-times.js';
import { type EquipmentState, stateCode } from '../model/equipment-state.js';
import { wholeOf } from '../kpi/whole-of.js';
import { type Interval, totalDuration } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { type IntervalOrList, machinesOf, partsUntilNow, plannedIn } from './past.js';
import { producersAmong } from './producers.js';

/** How the reliability of an equipment is taken. */
export interface EquipmentReliabilityOptions {
  /** The states in which a machine counts as failed. Default: `fault`. */
  readonly failed?: readonly EquipmentState[];
  /** What sums are divided by. Default: `events`. */
  readonly denominator?: FailureDenominator;
}

/** A failure and the machine that failed. */
export interface EquipmentFailure extends Failure {
  /** Id of the machine. */
  readonly equipment: string;
}

/** The reliability of an equipment within its planned busy time. Times in milliseconds. */
export interface EquipmentReliability {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Ids of the machines: those that produce, and those whose state is told. */
  readonly machines: readonly string[];
  /** By machine, then in time order. */
  readonly failures: readonly EquipmentFailure[];
  readonly meanTimeBetweenFailures: Kpi<ReliabilityInput>;
  readonly meanTimeToFailure: Kpi<ReliabilityInput>;
  readonly meanTimeToRestore: Kpi<ReliabilityInput>;
  readonly inherentAvailability: Kpi<ReliabilityInput>;
  /** Failed time against maintenance that is no failure, planned busy time or not. */
  readonly correctiveMaintenanceRatio: Kpi<MaintenanceTimes>;
}

/**
 * Failures, MTBF, MTTF, MTTR and what follows from them, for a machine, or for a line, a workshop or a site over its
 * machines: sums first, then ratios. The mean times of a line are those of one of its machines on average, not of the line
 * as a whole.
 *
 * @param interval - one or several, cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, an interval runs backwards, or several overlap
 */
export function equipmentReliability(
  twin: Twin,
  equipment: string,
  interval: IntervalOrList,
  { failed = ['fault'], denominator }: EquipmentReliabilityOptions = {},
): EquipmentReliability {
  const past = partsUntilNow(twin, interval);
  const all = machinesOf(twin, equipment);
  const producers = new Set(producersAmong(twin, all));
  const machines = all.filter((id) => producers.has(id) || twin.seriesOf(id, 'state', 'state'));
  const inputs: ReliabilityInput[] = [];
  const found: EquipmentFailure[] = [];
  const calendar = stateTimes(undefined, []);
  let unplannedMaintenance = 0;
  for (const id of machines) {
    const states = twin.seriesOf(id, 'state', 'state');
    const knownUntil = twin.knownUntil(id, 'state');
    const planned = plannedIn(twin, id, past);
    inputs.push(reliabilityInput(states, planned, { failed, knownUntil }));
    for (const failure of failures(states, planned, { failed, knownUntil }).failures) {
      found.push({ ...failure, equipment: id });
    }
    stateTimes(states, past, calendar, knownUntil);
    if (failed.includes('maintenance')) {
      unplannedMaintenance += stateTimes(states, planned, undefined, knownUntil)[stateCode.maintenance];
    }
  }
  const sum = sumOfReliabilityInputs(inputs);
  return {
    interval: wholeOf(past),
    machines,
    failures: found,
    meanTimeBetweenFailures: meanTimeBetweenFailures(sum, denominator),
    meanTimeToFailure: meanTimeToFailure(sum, denominator),
    meanTimeToRestore: meanTimeToRestore(sum, denominator),
    inherentAvailability: inherentAvailability(sum, denominator),
    correctiveMaintenanceRatio: correctiveMaintenanceRatio({
      correctiveMaintenanceTime: sum.failedTime,
      plannedMaintenanceTime: calendar[stateCode.maintenance] - unplannedMaintenance,
      time: totalDuration(past) * machines.length,
      unknownTime: calendar[stateCode.unknown],
    }),
  };
}
