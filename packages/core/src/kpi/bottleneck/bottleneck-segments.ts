import type { Interval } from '../../time/interval.js';
import type { ActivePeriod } from './longest-periods.js';

/** A span of time with one bottleneck, or with those between which it shifts. */
export interface BottleneckSegment extends Interval {
  /** Ids, in the order of the machines: one is the sole bottleneck; several: it shifts; none: no machine was active. */
  readonly machines: readonly string[];
  /** Whether it may become another when active periods that still go on have ended. */
  readonly isProvisional: boolean;
}

/**
 * The intervals in segments without a hole, equal neighbours merged.
 *
 * @param found - the periods that are bottlenecks
 * @param certain - those that are whatever the open periods become
 * @param possible - those that can be
 */
export function bottleneckSegments(
  ids: readonly string[],
  intervals: readonly Interval[],
  found: readonly ActivePeriod[],
  certain: readonly ActivePeriod[],
  possible: readonly ActivePeriod[],
): BottleneckSegment[] {
  const changes: Change[] = [];
  const add = ({ from, to }: Interval, machine: number, step: number, doubt: number) => {
    changes.push({ time: from, machine, step, doubt }, { time: to, machine, step: -step, doubt: -doubt });
  };
  for (const period of found) add(period, period.machine, 1, 0);
  for (const period of certain) add(period, period.machine, 0, -1);
  for (const period of possible) add(period, period.machine, 0, 1);
  for (const interval of intervals) add(interval, asked, 1, 0);
  // A machine that goes from one period straight into the next ends the first before it begins the second.
  changes.sort((a, b) => a.time - b.time || a.step - b.step);
  const active = new Set<number>();
  const segments: BottleneckSegment[] = [];
  let undecided = 0;
  changes.forEach(({ time, machine, step, doubt }, index) => {
    if (step > 0) active.add(machine);
    else if (step < 0) active.delete(machine);
    undecided += doubt;
    const to = changes[index + 1]?.time ?? time;
    if (to === time || !active.has(asked)) return;
    const machines = [...active].sort((a, b) => a - b).slice(1);
    append(segments, {
      from: time,
      to,
      machines: machines.map((one) => ids[one]),
      isProvisional: undecided > 0,
    });
  });
  return segments;
}

/** Stands among the machines, before all of them, for the time asked about. */
const asked = -1;

interface Change {
  readonly time: number;
  readonly machine: number;
  /** 1: becomes a bottleneck, −1: is one no longer. */
  readonly step: number;
  /** What is added to the number of machines that may be a bottleneck beyond those that certainly are. */
  readonly doubt: number;
}

function append(segments: BottleneckSegment[], segment: BottleneckSegment): void {
  const last = segments[segments.length - 1];
  const isSame =
    last?.to === segment.from &&
    last.isProvisional === segment.isProvisional &&
    last.machines.length === segment.machines.length &&
    last.machines.every((id, index) => id === segment.machines[index]);
  if (isSame) segments[segments.length - 1] = { ...last, to: segment.to };
  else segments.push(segment);
}
