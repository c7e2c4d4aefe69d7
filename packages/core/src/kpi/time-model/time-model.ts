import { equipmentStates, stateCode } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { TextSeries } from '../../series/text-series.js';
import { type Interval, subtract, totalDuration, union } from '../../time/interval.js';
import type { KpiWarning } from '../kpi.js';
import { checkIntervals, overlap } from './overlap.js';
import { stateTimes, type StateTimes } from './state-times.js';
import { sumOf } from '../sum-of.js';
import { wholeOf } from '../whole-of.js';
import { accountsByOrder, accountsByState, type TimeAccount, type TimeAccounts } from './time-accounts.js';

/** What is known of the time of one machine. */
export interface TimeModelRecord {
  readonly states: StateSeries | undefined;
  /** Milliseconds since the epoch: what the states say of later time does not count. Default: no limit. */
  readonly statesKnownUntil?: number;
  /** The order registered at the machine; without a word or of bad quality: none. `undefined`: there is no order data. */
  readonly orders?: TextSeries | undefined;
  /** Milliseconds since the epoch: no order counts as registered later. Default: no limit. */
  readonly ordersKnownUntil?: number;
  /** The shifts, breaks included; planned time outside of them counts too. */
  readonly operation: readonly Interval[];
  /** What is planned for production, e.g. by `WorkCalendar.planned`. */
  readonly planned: readonly Interval[];
}

/**
 * The times of one machine or the sums of several, in milliseconds; symbols of ISO 22400-2 in brackets.
 *
 * Three lists of times per state make up the calendar time: in planned busy time, in planned downtime, outside of
 * planned operation. The planned busy time is the sum of production, set-up, delay, queuing, transport, down, planned
 * maintenance and unknown time.
 */
export interface TimeModel {
  /** All the time asked about. */
  readonly calendarTime: number;
  /** Shifts, breaks included (POT). */
  readonly plannedOperationTime: number;
  /** Planned operation time less planned downtime (PBT). */
  readonly plannedBusyTime: number;
  /** In which an order was executed (AOET): busy, queuing and transport time; without order data down time too. */
  readonly actualOrderExecutionTime: number;
  /** In which an order took the machine (AUBT): processing and delay. */
  readonly actualUnitBusyTime: number;
  /** Production and set-up (AUPT). */
  readonly actualUnitProcessingTime: number;
  /** In which value was added (APT). */
  readonly actualProductionTime: number;
  /** Preparing the machine (AUST). */
  readonly actualUnitSetupTime: number;
  /** Unplanned pauses inside an order (ADET). */
  readonly actualUnitDelayTime: number;
  /** Material waits (AQT): 0 unless the accounts book a state to it. */
  readonly actualQueuingTime: number;
  /** Material is moved (ATT): 0 unless the accounts book a state to it. */
  readonly actualTransportTime: number;
  /** Standing still though the plan would allow to run (ADOT). */
  readonly actualUnitDownTime: number;
  /** Planned maintenance inside planned busy time (APMT). That in planned downtime stands in its times per state. */
  readonly actualPlannedMaintenanceTime: number;
  /** Planned busy time without a trustworthy state. */
  readonly unknownTime: number;
  /** Planned busy time by state code. */
  readonly timesInPlannedBusyTime: StateTimes;
  /** The part of it in which an order was registered. */
  readonly timesWithOrder: StateTimes;
  /** Planned operation time that is no planned busy time, by state code: what ran there is production out of the plan. */
  readonly timesInPlannedDowntime: StateTimes;
  /** Time out of planned operation, by state code. */
  readonly timesOutsidePlannedOperation: StateTimes;
  /** `noOrderData`: read by states alone. */
  readonly warnings: readonly KpiWarning[];
}

/**
 * The time model of ISO 22400-2 for some intervals of one machine. Unknown time is never booked to anything else.
 *
 * @param intervals - in time order, not overlapping, already cut off at the present
 * @param accounts - how states are read. Default: by order where there is order data (OPC 40001-1, annex C), else by
 *   state alone (OPC 40501-1)
 * @throws {RangeError} if the intervals are not in time order or overlap
 */
export function timeModel(
  record: TimeModelRecord,
  intervals: readonly Interval[],
  accounts: TimeAccounts = record.orders ? accountsByOrder : accountsByState,
): TimeModel {
  checkIntervals(intervals);
  const planned = union(record.planned);
  const operation = overlap(intervals, union([...record.operation, ...planned]));
  const busy = overlap(operation, planned);
  const timesOf = (parts: readonly Interval[]) =>
    stateTimes(record.states, parts, undefined, record.statesKnownUntil);
  const inBusy = timesOf(busy);
  const withOrder = timesOf(overlap(busy, registered(record, busy)));
  const { production, setup, delay, queuing, transport, down, plannedMaintenance } = bookedTimes(
    inBusy,
    withOrder,
    accounts,
  );
  const processing = production + setup;
  const unitBusy = processing + delay;
  return {
    calendarTime: totalDuration(intervals),
    plannedOperationTime: totalDuration(operation),
    plannedBusyTime: totalDuration(busy),
    actualOrderExecutionTime:
      unitBusy + queuing + transport + (accounts.orderExecutionHasDownTime ? down : 0),
    actualUnitBusyTime: unitBusy,
    actualUnitProcessingTime: processing,
    actualProductionTime: production,
    actualUnitSetupTime: setup,
    actualUnitDelayTime: delay,
    actualQueuingTime: queuing,
    actualTransportTime: transport,
    actualUnitDownTime: down,
    actualPlannedMaintenanceTime: plannedMaintenance,
    unknownTime: inBusy[stateCode.unknown],
    timesInPlannedBusyTime: inBusy,
    timesWithOrder: withOrder,
    timesInPlannedDowntime: timesOf(without(operation, busy)),
    timesOutsidePlannedOperation: timesOf(without(intervals, operation)),
    warnings: record.orders ? [] : [{ key: 'noOrderData', subjects: [] }],
  };
}

function without(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  return intervals.flatMap((interval) => subtract(interval, holes));
}

/** Where an order was registered. */
function registered(
  { orders, ordersKnownUntil = Infinity }: TimeModelRecord,
  within: readonly Interval[],
): readonly Interval[] {
  const { from, to } = wholeOf(within);
  const known = { from, to: Math.max(from, Math.min(to, ordersKnownUntil)) };
  return orders?.segments(known).filter(({ text, quality }) => text !== '' && quality !== 'bad') ?? [];
}

function bookedTimes(
  times: StateTimes,
  withOrder: StateTimes,
  accounts: TimeAccounts,
): Record<TimeAccount, number> {
  const booked = {
    production: 0,
    setup: 0,
    delay: 0,
    queuing: 0,
    transport: 0,
    down: 0,
    plannedMaintenance: 0,
  };
  equipmentStates.forEach((state, code) => {
    if (state === 'unknown') return;
    booked[accounts.withOrder[state]] += withOrder[code];
    booked[accounts.withoutOrder[state]] += times[code] - withOrder[code];
  });
  return booked;
}

/** Adds the times of several machines or intervals, so that figures of a line are made of sums. Without any: all 0. */
export function sumOfTimeModels(models: readonly TimeModel[]): TimeModel {
  const { warnings: _, ...nothing } = timeModel({ states: undefined, operation: [], planned: [] }, []);
  // There is one kind of warning, so that one of them says it for all.
  const warned = models.find(({ warnings }) => warnings.length > 0);
  return { ...sumOf(models, nothing), warnings: warned?.warnings ?? [] };
}
