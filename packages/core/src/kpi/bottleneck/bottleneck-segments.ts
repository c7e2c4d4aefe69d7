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
  machines: readonly { readonly id: string }[],
  intervals: readonly Interval[],
  found: readonly ActivePeriod[],
  certain: readonly ActivePeriod[],
  possible: readonly ActivePeriod[],
): BottleneckSegment[] {
  const changes: Change[] = [];
  const add = (times: readonly Interval[], step: number, key: number) => {
    for (const { from, to } of times) changes.push([from, key, step], [to, key, -step]);
  };
  for (const period of found) add([period], 1, period.machine);
  add(intervals, 1, asked);
  add(certain, -1, doubt);
  add(possible, 1, doubt);
  changes.sort(([a], [b]) => a - b);
  const counts = new Map<number, number>();
  const segments: BottleneckSegment[] = [];
  let known = '';
  changes.forEach(([from, key, step], index) => {
    const count = (counts.get(key) ?? 0) + step;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
    const [to] = changes[index + 1] ?? [from];
    if (to === from || !counts.has(asked)) return;
    const active = [...counts.keys()].filter((one) => one >= 0).sort((a, b) => a - b);
    const what = { machines: active.map((one) => machines[one].id), isProvisional: counts.has(doubt) };
    const text = JSON.stringify(what);
    const last = segments[segments.length - 1];
    if (last?.to === from && text === known) segments[segments.length - 1] = { ...last, to };
    else segments.push({ from, to, ...what });
    known = text;
  });
  return segments;
}

/** What is counted beside the machines: the intervals, and those that may be a bottleneck but need not. */
const asked = -1;
const doubt = -2;

/** A machine becomes a bottleneck (1) or is one no longer (−1); key: its position, or {@link asked}, {@link doubt}. */
type Change = readonly [time: number, key: number, step: number];
