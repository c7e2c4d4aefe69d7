import { stateCode } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import { type Interval, intersection, union } from '../../time/interval.js';

/** A machine among those that are compared. */
export interface BottleneckMachine {
  readonly id: string;
  /** `undefined`: nothing was ever observed. */
  readonly states: StateSeries | undefined;
  /** Milliseconds since the epoch: what the states say of later time does not count. Default: no limit. */
  readonly knownUntil?: number;
  /** The parts of an interval in which it is planned to produce; a planned stop ends an active period. Default: all. */
  planned?(interval: Interval): readonly Interval[];
}

/** A time in which a machine was active without a break, whole: also what of it lies outside the time asked about. */
export interface ActivePeriod extends Interval {
  /** Position of the machine in its list. */
  readonly machine: number;
  /** What it is compared by, in milliseconds. */
  readonly length: number;
  /** Whether it still went on at the end of all that is looked at. */
  readonly isOpen: boolean;
  /** Whether it is longer than the data say: time without data is in it, or its end is taken to be far away. */
  readonly isGrown: boolean;
}

const { running, setup, fault, maintenance, unknown } = stateCode;

/**
 * Whether a machine in a state waits for nothing: it works, is set up, is repaired or kept. `starved`, `blocked` and
 * `idle` wait; `plannedStop`, `offline` and `unknown` end an active period.
 */
function isActive(code: number): boolean {
  return code === running || code === setup || code === fault || code === maintenance;
}

/**
 * The active periods of a machine that have time in a window, whole, in time order.
 *
 * @param now - nothing is known of later time
 * @param unknownIn - time without data in here counts as active. Default: nowhere
 */
export function activePeriods(
  { states, knownUntil = Infinity, planned }: BottleneckMachine,
  machine: number,
  window: Interval,
  now: number,
  unknownIn?: Interval,
): ActivePeriod[] {
  const limit = Math.min(now, knownUntil);
  const spans: Interval[] = [];
  const holes: Interval[] = [];
  const known = Math.max(window.from, Math.min(window.to, states ? limit : window.from));
  for (const { from, to, state } of states?.segments({ from: window.from, to: known }) ?? []) {
    const code = stateCode[state];
    if (isActive(code)) spans.push({ from, to });
    else if (code === unknown) holes.push({ from, to });
  }
  holes.push({ from: known, to: Math.min(window.to, now) });
  const filled = unknownIn ? holes.flatMap((hole) => intersection(hole, unknownIn) ?? []) : [];
  return union([...spans, ...filled]).flatMap((span) => {
    const from =
      states && span.from === window.from && limit >= span.from ? begin(states, span.from) : span.from;
    const to = states && span.to === window.to && limit > span.to ? end(states, span.to, limit) : span.to;
    const whole = planned ? planned({ from, to }) : [{ from, to }];
    return whole
      .filter((part) => part.from < window.to && part.to > window.from)
      .map((part) => ({
        from: part.from,
        to: part.to,
        machine,
        length: part.to - part.from,
        isOpen: part.to === now,
        isGrown: filled.some((hole) => intersection(hole, part)),
      }));
  });
}

/** When the active period began that a moment lies in or at the end of; the moment itself where there is none. */
function begin(states: StateSeries, time: number): number {
  let since = time;
  let index = states.indexAt(time);
  if (index >= 0 && states.timeAt(index) === time) index--;
  while (index >= 0 && isActive(states.codeAt(index))) {
    // From run to run: at() leaps over what a source repeats.
    since = states.at(states.timeAt(index))?.since ?? since;
    index = states.indexAt(since) - 1;
  }
  return since;
}

/** When the active period ends that a moment lies in; the moment itself where there is none. */
function end(states: StateSeries, time: number, limit: number): number {
  const held = states.indexAt(time);
  // Before the first observation nothing is known, so nothing goes on.
  if (held < 0) return time;
  for (let index = held; index < states.length; index++) {
    const at = states.timeAt(index);
    if (at >= limit) break;
    if (!isActive(states.codeAt(index))) return Math.max(time, at);
  }
  return limit;
}
