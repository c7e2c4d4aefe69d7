import { stateCode } from '../../model/equipment-state.js';
import { type Interval, totalDuration } from '../../time/interval.js';
import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { amountBounds } from '../share.js';
import { stateTimes } from '../time-model/state-times.js';
import { total } from '../total.js';
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
  const parts: { -readonly [Name in keyof WaitingPart]: WaitingPart[Name] }[] = [];
  for (const machine of ids) {
    const own: typeof parts = [];
    for (const { from, to, waiting, cause, state, reason } of intervals.flatMap((one) =>
      flow.waiting(machine, one),
    )) {
      // Of one machine they are few.
      const part = own.find(
        (one) =>
          one.cause === cause && one.state === state && one.reason === reason && one.waiting === waiting,
      );
      if (part) part.time += to - from;
      else own.push({ machine, waiting, cause, state, reason, time: to - from });
    }
    parts.push(...own);
  }
  parts.sort((a, b) => b.time - a.time);
  const timeOf = (some: readonly WaitingPart[]) => total(some.map((part) => part.time));
  const waited = timeOf(parts);
  const starvedTime = timeOf(parts.filter((part) => part.waiting === 'starved'));
  const withoutCauseTime = timeOf(parts.filter((part) => part.cause === undefined));
  const time = totalDuration(intervals) * ids.length;
  const unknownTimes = all.map(({ id, states, knownUntil }) =>
    ids.includes(id) ? stateTimes(states, intervals, undefined, knownUntil)[stateCode.unknown] : 0,
  );
  const unknownTime = total(unknownTimes);
  return {
    value: ratio(waited, time - unknownTime),
    bounds: amountBounds(waited, time, unknownTime),
    coverage: ratio(time - unknownTime, time),
    inputs: { time, unknownTime, starvedTime, blockedTime: waited - starvedTime, withoutCauseTime },
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
  return new Flow(machines, moment).waiting(id, moment).at(0);
}
