import type { BottleneckMachine } from '../kpi/bottleneck/active-periods.js';
import { bottleneck, type Bottleneck } from '../kpi/bottleneck/bottleneck.js';
import { type Waiting, waiting } from '../kpi/bottleneck/waiting.js';
import type { FlowMachine } from '../kpi/bottleneck/waiting-segments.js';
import type { Interval } from '../time/interval.js';
import { machinesOf, untilNow } from './past.js';
import { producersAmong } from './producers.js';
import type { Twin } from '../twin/twin.js';

/** The bottleneck among the machines of an equipment. */
export interface EquipmentBottleneck extends Bottleneck {
  /** The planned time that was looked at, until the moment of the clock. */
  readonly intervals: readonly Interval[];
}

/**
 * The bottleneck of a line, a workshop or a site by the active period method, within its planned time. Machines that
 * produce nothing (stores, tanks, vehicles) are left out beside those that do. Breaks and planned stops of a machine
 * end its active period.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentBottleneck(twin: Twin, equipment: string, interval: Interval): EquipmentBottleneck {
  const intervals = twin.calendar.planned(untilNow(twin, interval), equipment);
  const machines = producersAmong(twin, machinesOf(twin, equipment)).map((id) => bottleneckMachine(twin, id));
  return { ...bottleneck(machines, intervals, twin.clock.now()), intervals };
}

/** A machine as `bottleneck()` and `momentaryBottleneck()` take it. */
export function bottleneckMachine(twin: Twin, id: string): BottleneckMachine {
  return {
    id,
    states: twin.seriesOf(id, 'state', 'state'),
    knownUntil: twin.knownUntil(id, 'state'),
    planned: (time) => twin.calendar.planned(time, id),
  };
}

/** How long the machines of an equipment waited, and for whom. */
export interface EquipmentWaiting extends Waiting {
  /** The planned time that was looked at, until the moment of the clock. */
  readonly intervals: readonly Interval[];
  /** Ids of the machines whose waiting is told; causes are looked for in the whole workshop. */
  readonly machines: readonly string[];
}

/**
 * Starved and blocked time of the machines of an equipment within its planned time, by the machine that caused it: along
 * `feeds` of the workshop file, also out of the line.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentWaiting(twin: Twin, equipment: string, interval: Interval): EquipmentWaiting {
  const intervals = twin.calendar.planned(untilNow(twin, interval), equipment);
  const machines = producersAmong(twin, machinesOf(twin, equipment));
  return { ...waiting(flowMachines(twin), machines, intervals), intervals, machines };
}

/** The machines of a workshop as `waiting()` and `waitingAt()` take them. */
export function flowMachines(twin: Twin): FlowMachine[] {
  return twin.workshop.equipment
    .filter(({ level, type }) => level === 'workUnit' && type !== 'meter')
    .map(({ id, feeds = [] }) => ({
      id,
      feeds,
      states: twin.seriesOf(id, 'state', 'state'),
      knownUntil: twin.knownUntil(id, 'state'),
      reasons: twin.seriesOf(id, 'reason', 'text'),
    }));
}
