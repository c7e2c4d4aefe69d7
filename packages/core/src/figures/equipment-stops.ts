import { type MachineStop, machineStops } from '../kpi/losses/machine-stops.js';
import {
  pareto,
  type ParetoEntry,
  type ParetoRow,
  stopEntriesWithin,
  stopEntry,
} from '../kpi/losses/pareto.js';
import { speedLoss, type SpeedLoss } from '../kpi/losses/speed-loss.js';
import type { Text } from '../model/text.js';
import type { Interval } from '../time/interval.js';
import { machineRecord } from './equipment-oee.js';
import { keyedTimes } from './equipment-losses-by.js';
import { lossRecord, lossRules } from './loss-record.js';
import { machinesOf, untilNow } from './past.js';
import { producersAmong } from './producers.js';
import type { Twin } from '../twin/twin.js';

/** A stop with the machine that stood and the shift in which it did. */
export interface EquipmentStop extends MachineStop {
  /** Id of the machine. */
  readonly equipment: string;
  /** Name of the shift at `from`; `undefined` outside of shifts. */
  readonly shift: Text | undefined;
}

/**
 * The stops of an equipment in planned time: of itself, or of its machines that produce, in the order in which they begin. Booked by
 * the reasons and the limit of minor stops of the workshop file.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentStops(twin: Twin, equipment: string, interval: Interval): EquipmentStop[] {
  const past = untilNow(twin, interval);
  const stops = stoppers(twin, equipment).flatMap((id) =>
    stopsOf(twin, id, past).map((stop) => ({
      ...stop,
      equipment: id,
      shift: twin.calendar.shiftAt(stop.from)?.name,
    })),
  );
  return stops.sort((a, b) => a.from - b.from);
}

/** What stops can be told apart by. */
export type StopGroup = 'reason' | 'machine' | 'product' | 'shift' | 'loss';

/**
 * The stops of an equipment in planned time by reason, machine, product, shift or the loss they are booked to: the longest time first,
 * with count and mean time to restore. Whatever they are told apart by, they add up to the same time.
 *
 * Stops without a reason are a row of their own, without a key. A stop over the border of two shifts or products gives each its time, and
 * counts where it began.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentPareto(
  twin: Twin,
  equipment: string,
  interval: Interval,
  by: StopGroup,
): ParetoRow<Text>[] {
  const past = untilNow(twin, interval);
  return pareto(
    stoppers(twin, equipment).flatMap((id): ParetoEntry<Text>[] => {
      const stops = stopsOf(twin, id, past);
      if (by === 'product' || by === 'shift') return stopEntriesWithin(stops, keyedTimes(twin, id, past, by));
      return stops.map((stop) => stopEntry(stop, by === 'machine' ? id : stop[by]));
    }),
  );
}

/** The speed loss of a machine with its id. */
export interface EquipmentSpeedLoss extends SpeedLoss {
  /** Id of the machine. */
  readonly equipment: string;
}

/**
 * The speed loss of each machine of an equipment that tells its cycles, see {@link speedLoss}.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentSpeedLoss(twin: Twin, equipment: string, interval: Interval): EquipmentSpeedLoss[] {
  const past = untilNow(twin, interval);
  return machinesOf(twin, equipment).flatMap((id) => {
    const cycleTimes = twin.seriesOf(id, 'cycleTime', 'number');
    if (cycleTimes === undefined) return [];
    const machine = { ...machineRecord(twin, id), cycleTimes };
    return [{ ...speedLoss(machine, twin.calendar.planned(past, id)), equipment: id }];
  });
}

function stoppers(twin: Twin, equipment: string): readonly string[] {
  return producersAmong(twin, machinesOf(twin, equipment));
}

function stopsOf(twin: Twin, id: string, past: Interval): MachineStop[] {
  return machineStops(lossRecord(twin, id), twin.calendar.planned(past, id), lossRules(twin));
}
