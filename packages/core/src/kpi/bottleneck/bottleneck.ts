import { stateCode } from '../../model/equipment-state.js';
import { type Interval, intersection, totalDuration } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { stateTimes } from '../time-model/state-times.js';
import { activePeriods, type BottleneckMachine } from './active-periods.js';
import { bottleneckSegments, type BottleneckSegment } from './bottleneck-segments.js';
import { type ActivePeriod, longestPeriods, type PeriodsIn } from './longest-periods.js';

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
  const past = intervals.flatMap((one) => intersection(one, { from: -Infinity, to: now }) ?? []);
  const time = totalDuration(past);
  const unknownTimes = machines.map((machine) => unknownTime(machine, past));
  const span = { from: past[0]?.from ?? 0, to: past.at(-1)?.to ?? 0 };
  const periodsIn = (filled?: Interval): PeriodsIn => {
    const read = (window: Interval) => machines.map((machine) => activePeriods(machine, window, now, filled));
    const inSpan = read(span);
    return (window) => (window === span ? inSpan : read(window));
  };
  const known = periodsIn();
  const open = known(span).flatMap((periods, machine) =>
    periods.at(-1) === now ? { from: periods[periods.length - 2], to: now, machine } : [],
  );
  const found = longestPeriods(known(span), known, span);
  const segments = bottleneckSegments(
    machines.map(({ id }) => id),
    past,
    found,
    longestPeriods(known(span), known, span, now),
    // Whatever still goes on can become longer than all others.
    [...found.filter(({ to }) => to < now), ...open],
  );
  let [least, most] = [found, found];
  if (unknownTimes.some((unknown) => unknown > 0)) {
    const filled = periodsIn(span);
    least = longestPeriods(known(span), filled, span);
    most = longestPeriods(filled(span), known, span);
  }
  const soleTimes = new Float64Array(machines.length);
  const shiftingTimes = new Float64Array(machines.length);
  const [leastTimes, mostTimes] = [least, most].map((one) => timesOf(one, machines.length, past));
  let [noneTime, allSoleTime] = [0, 0];
  const positions = new Map(machines.map(({ id }, index) => [id, index]));
  for (const segment of segments) {
    const length = segment.to - segment.from;
    const count = segment.machines.length;
    if (count === 0) noneTime += length;
    else if (count === 1) allSoleTime += length;
    const times = count === 1 ? soleTimes : shiftingTimes;
    for (const id of segment.machines) times[positions.get(id) as number] += length;
  }
  const shares = machines.map(({ id, states }, index): BottleneckShare => {
    const [soleTime, shiftingTime, unknown] = [soleTimes[index], shiftingTimes[index], unknownTimes[index]];
    return {
      id,
      value: ratio(soleTime + shiftingTime, time),
      bounds: time > 0 ? { low: leastTimes[index] / time, high: mostTimes[index] / time } : undefined,
      coverage: ratio(time - unknown, time),
      inputs: { time, soleTime, shiftingTime, unknownTime: unknown },
      warnings: states ? [] : [{ key: 'noStates', subjects: [id] }],
      sole: ratio(soleTime, time),
      shifting: ratio(shiftingTime, time),
    };
  });
  const longest = Math.max(0, ...shares.map(({ value = 0 }) => value));
  const all = time * machines.length;
  return {
    machines: longest > 0 ? shares.filter(({ value }) => value === longest).map(({ id }) => id) : [],
    shares,
    segments,
    time,
    soleTime: allSoleTime,
    shiftingTime: time - allSoleTime - noneTime,
    noneTime,
    coverage: ratio(
      unknownTimes.reduce((rest, unknown) => rest - unknown, all),
      all,
    ),
  };
}

function unknownTime({ states, knownUntil, planned }: BottleneckMachine, past: readonly Interval[]): number {
  const own = planned ? past.flatMap((interval) => planned(interval)) : past;
  return stateTimes(states, own, undefined, knownUntil)[stateCode.unknown];
}

/** Milliseconds of some active periods within intervals, by machine. */
function timesOf(periods: readonly ActivePeriod[], count: number, past: readonly Interval[]): Float64Array {
  const times = new Float64Array(count);
  for (const period of periods) {
    for (const interval of past) {
      times[period.machine] += Math.max(
        0,
        Math.min(period.to, interval.to) - Math.max(period.from, interval.from),
      );
    }
  }
  return times;
}
