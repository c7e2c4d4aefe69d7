import { stateCode } from '../../model/equipment-state.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { share } from '../share.js';
import { spanOf } from '../span-of.js';
import { stateTimes } from '../time-model/state-times.js';
import { total } from '../total.js';
import { type FlowMachine, flowOf, type WaitingSegment, waitingSegments } from './waiting-segments.js';

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
  const flow = flowOf(machines, spanOf(intervals));
  const parts: { -readonly [Name in keyof WaitingPart]: WaitingPart[Name] }[] = [];
  let unknownTime = 0;
  for (const node of ids.flatMap((id) => flow.get(id) ?? [])) {
    const { id: machine, states, knownUntil } = node;
    unknownTime += stateTimes(states, intervals, undefined, knownUntil)[stateCode.unknown];
    const own: typeof parts = [];
    for (const segment of intervals.flatMap((one) => waitingSegments(node, one))) {
      const { from, to, waiting, cause, state, reason } = segment;
      // Of one machine they are few.
      const part = own.find(
        (one) =>
          one.waiting === waiting && one.cause === cause && one.state === state && one.reason === reason,
      );
      if (part) part.time += to - from;
      else own.push({ machine, waiting, cause, state, reason, time: to - from });
    }
    parts.push(...own);
  }
  parts.sort((a, b) => b.time - a.time);
  const timeWith = (isCounted: (part: WaitingPart) => boolean) =>
    total(parts.filter(isCounted).map((part) => part.time));
  const starvedTime = timeWith((part) => part.waiting === 'starved');
  const blockedTime = timeWith((part) => part.waiting === 'blocked');
  const withoutCauseTime = timeWith((part) => part.cause === undefined);
  const waited = starvedTime + blockedTime;
  const time = totalDuration(intervals) * ids.length;
  const known = time - unknownTime;
  const inputs = { time, unknownTime, starvedTime, blockedTime, withoutCauseTime };
  return { ...share(inputs, waited, known, unknownTime, ratio(known, time)), parts };
}

/** Whom a machine waits for at a moment; `undefined` where it does not wait. */
export function waitingAt(
  machines: Iterable<FlowMachine>,
  id: string,
  at: number,
): WaitingSegment | undefined {
  const moment = { from: at, to: at + 1 };
  const node = flowOf(machines, moment).get(id);
  return node && waitingSegments(node, moment)[0];
}
