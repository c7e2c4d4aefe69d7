import { stateCode } from '../../model/equipment-state.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';
import { spanOf } from '../span-of.js';
import { overlap } from '../time-model/overlap.js';
import { stateTimes } from '../time-model/state-times.js';
import { total } from '../total.js';
import { activePeriods, type BottleneckMachine } from './active-periods.js';
import { bottleneckSegments, type BottleneckSegment } from './bottleneck-segments.js';
import { longestPeriods, type PeriodsIn } from './longest-periods.js';

/** What the share of a machine is made of, in milliseconds of the intervals asked about. */
export interface BottleneckInput {
  /** Length of the intervals. */
  readonly time: number;
  /** It alone was the bottleneck. */
  readonly soleTime: number;
  /** It and another were: the bottleneck passed from one to the other. */
  readonly shiftingTime: number;
  /** Its planned time without a trustworthy state. */
  readonly unknownTime: number;
}

/** The share of the time in which a machine was the bottleneck: sole and shifting together, a fraction of one. */
export interface BottleneckShare extends Kpi<BottleneckInput> {
  readonly id: string;
  readonly sole: number | undefined;
  readonly shifting: number | undefined;
}

/** Where the bottleneck of some machines was. Sole, shifting and none add up to the time. */
export interface Bottleneck {
  /** Ids of those that were the bottleneck longest, the average bottleneck; several only if equally long. */
  readonly machines: readonly string[];
  /** One a machine, in their order. Because shifting time counts for each, they can add up to more than one. */
  readonly shares: readonly BottleneckShare[];
  /** The intervals in segments without a hole, in time order. */
  readonly segments: readonly BottleneckSegment[];
  /** Milliseconds of the intervals until `now`. */
  readonly time: number;
  readonly soleTime: number;
  readonly shiftingTime: number;
  /** No machine was active. */
  readonly noneTime: number;
  /** Share of the time of the machines for which there are states, 0 to 1; `undefined` without any time. */
  readonly coverage: number | undefined;
}

/**
 * The bottleneck by the active period method of Roser: at each instant the machine that is active longest without a
 * break. A machine is active in every state but waiting (`starved`, `blocked`, `idle`); planned stops and time without
 * data end an active period. Periods are taken whole, also where they reach out of the intervals, so that what is said
 * of an instant does not depend on what else was asked about.
 *
 * What still goes on at `now` counts with its length so far. Where its end can change which machine it was, a segment is
 * provisional. The bounds of a share say what the time without data within the intervals could change.
 *
 * @param intervals - in time order, not overlapping
 * @param now - milliseconds since the epoch; later time does not count. Default: the end of the intervals
 */
export function bottleneck(
  machines: readonly BottleneckMachine[],
  intervals: readonly Interval[],
  now = intervals.at(-1)?.to ?? 0,
): Bottleneck {
  const past = overlap(intervals, [{ from: -Infinity, to: now }]);
  const time = totalDuration(past);
  const unknownTimes = machines.map((machine) => unknownTimeOf(machine, past));
  const span = spanOf(past);
  const periodsIn = (filled?: Interval): PeriodsIn => {
    const read = (window: Interval) => machines.map((machine) => activePeriods(machine, window, now, filled));
    const inSpan = read(span);
    return (window) => (window === span ? inSpan : read(window));
  };
  const known = periodsIn();
  const open = known(span).flatMap((periods, machine) =>
    periods.at(-1) === now ? { from: periods[periods.length - 2], to: now, machine } : [],
  );
  const found = longestPeriods(known, known, span);
  const segments = bottleneckSegments(
    machines,
    past,
    found,
    longestPeriods(known, known, span, now),
    // Whatever still goes on can become longer than all others.
    [...found.filter(({ to }) => to < now), ...open],
  );
  let [least, most] = [found, found];
  const unknownTime = total(unknownTimes);
  if (unknownTime > 0) {
    const filled = periodsIn(span);
    least = longestPeriods(known, filled, span);
    most = longestPeriods(filled, known, span);
  }
  const soleTimes = new Map<string, number>();
  for (const { from, to, machines: ids } of segments) {
    if (ids.length === 1) soleTimes.set(ids[0], (soleTimes.get(ids[0]) ?? 0) + to - from);
  }
  const [times, leastTimes, mostTimes] = [found, least, most].map((periods) => {
    const sums = new Float64Array(machines.length);
    for (const period of periods) sums[period.machine] += totalDuration(overlap([period], past));
    return sums;
  });
  const longest = Math.max(0, ...times);
  const timeWith = (count: number) =>
    totalDuration(segments.filter((segment) => segment.machines.length === count));
  const [noneTime, soleTime] = [timeWith(0), timeWith(1)];
  const all = time * machines.length;
  return {
    machines: machines.flatMap(({ id }, index) => (longest > 0 && times[index] === longest ? id : [])),
    shares: machines.map(({ id, states }, index) => {
      const sole = soleTimes.get(id) ?? 0;
      const shifting = times[index] - sole;
      return {
        id,
        value: ratio(times[index], time),
        bounds: boundsOf(ratio(leastTimes[index], time), ratio(mostTimes[index], time)),
        coverage: ratio(time - unknownTimes[index], time),
        inputs: { time, soleTime: sole, shiftingTime: shifting, unknownTime: unknownTimes[index] },
        warnings: states ? [] : [{ key: 'noStates', subjects: [id] }],
        sole: ratio(sole, time),
        shifting: ratio(shifting, time),
      };
    }),
    segments,
    time,
    soleTime,
    shiftingTime: time - soleTime - noneTime,
    noneTime,
    coverage: ratio(all - unknownTime, all),
  };
}

function unknownTimeOf(
  { states, knownUntil, planned }: BottleneckMachine,
  past: readonly Interval[],
): number {
  const own = planned ? past.flatMap((interval) => planned(interval)) : past;
  return stateTimes(states, own, undefined, knownUntil)[stateCode.unknown];
}
