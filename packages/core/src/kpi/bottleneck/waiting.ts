import { stateCode } from '../../model/equipment-state.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { stateTimes } from '../time-model/state-times.js';
import { Flow, type FlowMachine, type WaitingSegment } from './waiting-segments.js';

/** Milliseconds that some machines together waited, and what of it is explained. */
export interface WaitingInput {
  /** Time of the machines in the intervals. */
  readonly time: number;
  /** Part of it without a trustworthy state. */
  readonly unknownTime: number;
  /** Nothing came. */
  readonly starvedTime: number;
  /** Nothing went. */
  readonly blockedTime: number;
  /** Part of the starved and blocked time for which no machine was found that caused it. */
  readonly withoutCauseTime: number;
}

/** How long one machine waited for another, that did one thing for one reason. */
export interface WaitingPart extends Omit<WaitingSegment, 'from' | 'to'> {
  /** Id of the machine that waited. */
  readonly machine: string;
  /** Milliseconds. */
  readonly time: number;
}

/** Share of their known time that machines waited for others; its parts add up to all starved and blocked time. */
export interface Waiting extends Kpi<WaitingInput> {
  /** The longest first. */
  readonly parts: readonly WaitingPart[];
}

/**
 * Whom machines waited for: starved ones for the first machine upstream that is not starved itself, blocked ones for the
 * first downstream that is not blocked.
 *
 * @param machines - the flow as far as causes are looked for
 * @param ids - of those whose waiting is told
 * @param intervals - in time order, not overlapping
 */
export function waiting(
  machines: Iterable<FlowMachine>,
  ids: readonly string[],
  intervals: readonly Interval[],
): Waiting {
  const all = [...machines];
  const flow = new Flow(all, { from: intervals[0]?.from ?? 0, to: intervals.at(-1)?.to ?? 0 });
  const byKey = new Map<string, WaitingPart>();
  for (const machine of ids) {
    for (const interval of intervals) {
      for (const { from, to, ...what } of flow.waiting(machine, interval)) {
        const key = JSON.stringify([machine, ...Object.values(what)]);
        byKey.set(key, { machine, ...what, time: (byKey.get(key)?.time ?? 0) + to - from });
      }
    }
  }
  const parts = [...byKey.values()].sort((a, b) => b.time - a.time);
  const timeWith = (isCounted: (part: WaitingPart) => boolean) =>
    parts.reduce((sum, part) => (isCounted(part) ? sum + part.time : sum), 0);
  const starvedTime = timeWith((part) => part.waiting === 'starved');
  const blockedTime = timeWith((part) => part.waiting === 'blocked');
  const withoutCauseTime = timeWith((part) => part.cause === undefined);
  const time = totalDuration(intervals) * ids.length;
  const unknownTime = all
    .filter(({ id }) => ids.includes(id))
    .reduce(
      (sum, { states, knownUntil }) =>
        sum + stateTimes(states, intervals, undefined, knownUntil)[stateCode.unknown],
      0,
    );
  const waited = starvedTime + blockedTime;
  return {
    value: ratio(waited, time - unknownTime),
    bounds: time > 0 ? { low: waited / time, high: (waited + unknownTime) / time } : undefined,
    coverage: ratio(time - unknownTime, time),
    inputs: { time, unknownTime, starvedTime, blockedTime, withoutCauseTime },
    warnings: [],
    parts,
  };
}

/** Whom a machine waits for at a moment; `undefined` where it does not wait. */
export function waitingAt(
  machines: Iterable<FlowMachine>,
  id: string,
  at: number,
): WaitingSegment | undefined {
  const moment = { from: at, to: at + 1 };
  return new Flow(machines, moment).waiting(id, moment).next().value ?? undefined;
}
