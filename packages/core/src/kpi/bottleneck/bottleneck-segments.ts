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
  const changes = [
    ...found.flatMap((period) => changesOf(period, 1, 0)),
    ...certain.flatMap((period) => changesOf(period, 0, -1)),
    ...possible.flatMap((period) => changesOf(period, 0, 1)),
    ...intervals.flatMap(({ from, to }) => changesOf({ from, to, machine: asked }, 1, 0)),
  ]
    // A machine that goes from one period straight into the next ends the first before it begins the second.
    .sort((a, b) => a.time - b.time || a.step - b.step);
  const active = new Set<number>();
  const segments: BottleneckSegment[] = [];
  let undecided = 0;
  let known = '';
  changes.forEach(({ time, machine, step, doubt }, index) => {
    if (step > 0) active.add(machine);
    if (step < 0) active.delete(machine);
    undecided += doubt;
    const to = changes[index + 1]?.time ?? time;
    if (to === time || !active.has(asked)) return;
    const sorted = [...active].sort((a, b) => a - b).slice(1);
    const what = { machines: sorted.map((one) => ids[one]), isProvisional: undecided > 0 };
    const last = segments[segments.length - 1];
    if (last?.to === time && known === JSON.stringify(what)) segments[segments.length - 1] = { ...last, to };
    else segments.push({ from: time, to, ...what });
    known = JSON.stringify(what);
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

function changesOf({ from, to, machine }: ActivePeriod, step: number, doubt: number): Change[] {
  return [
    { time: from, machine, step, doubt },
    { time: to, machine, step: -step, doubt: -doubt },
  ];
}
