import { type Interval, intersection } from '../../time/interval.js';
import type { ActivePeriod } from './active-periods.js';

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
  const changes = [
    ...found.flatMap((period) => changesOf(period, 1, 0)),
    ...certain.flatMap((period) => changesOf(period, 0, -1)),
    ...possible.flatMap((period) => changesOf(period, 0, 1)),
    ...intervals.flatMap(({ from, to }) => [at(from), at(to)]),
  ]
    // A machine that goes from one period straight into the next ends the first before it begins the second.
    .sort((a, b) => a.time - b.time || a.step - b.step);
  const active = new Set<number>();
  const segments: BottleneckSegment[] = [];
  let undecided = 0;
  let interval = 0;
  for (let index = 0; index + 1 < changes.length; index++) {
    const { time, machine, step, doubt } = changes[index];
    if (step > 0) active.add(machine);
    else if (step < 0) active.delete(machine);
    undecided += doubt;
    const to = changes[index + 1].time;
    if (to === time) continue;
    while (interval < intervals.length && intervals[interval].to <= time) interval++;
    if (interval === intervals.length || !intersection(intervals[interval], { from: time, to })) continue;
    const machines = [...active].sort((a, b) => a - b).map((one) => ids[one]);
    append(segments, { from: time, to, machines, isProvisional: undecided > 0 });
  }
  return segments;
}

interface Change {
  readonly time: number;
  readonly machine: number;
  /** 1: becomes a bottleneck, −1: is one no longer. */
  readonly step: number;
  /** What is added to the number of machines that may be a bottleneck beyond those that certainly are. */
  readonly doubt: number;
}

function changesOf({ from, to, machine }: ActivePeriod, step: number, doubt: number): Change[] {
  return [
    { time: from, machine, step, doubt },
    { time: to, machine, step: -step, doubt: -doubt },
  ];
}

function at(time: number): Change {
  return { time, machine: -1, step: 0, doubt: 0 };
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
