import { stateCode } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { Interval } from '../../time/interval.js';

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

/**
 * The times in which a machine was active without a break, in time order: begin, end, begin, end, … Plain numbers, as
 * there are hundreds of thousands of them in a day of a large workshop.
 */
export type ActivePeriods = readonly number[];

const { running, setup, fault, maintenance, unknown } = stateCode;

/**
 * The states in which a machine waits for nothing: it works, is set up, is repaired or kept. `starved`, `blocked` and
 * `idle` wait; `plannedStop`, `offline` and `unknown` end an active period.
 */
const active: readonly number[] = [running, setup, fault, maintenance];

/**
 * The active periods of a machine that have time in a window, whole: also what of them lies outside.
 *
 * @param now - nothing is known of later time
 * @param filled - time without data in here counts as active. Default: nowhere
 */
export function activePeriods(
  { states, knownUntil = Infinity, planned }: BottleneckMachine,
  window: Interval,
  now: number,
  filled: Interval = { from: 0, to: 0 },
): ActivePeriods {
  const limit = Math.min(now, knownUntil);
  const goesOn = filled.from < filled.to ? [...active, unknown] : active;
  const periods: number[] = [];
  let last = NaN;
  let index = states ? indexBefore(states, Math.min(window.from, limit), goesOn) : -1;
  let time = states && index >= 0 ? states.timeAt(index) : -Infinity;
  for (; time < now && (time < window.to || time === last); index++) {
    let code: number = unknown;
    let [from, to] = [time, now];
    if (time < limit) {
      to = limit;
      if (states && index >= 0) code = states.codeAt(index);
      if (states && index + 1 < states.length) to = Math.min(limit, states.timeAt(index + 1));
    }
    time = to;
    if (code === unknown) {
      from = Math.max(from, filled.from);
      to = Math.min(to, filled.to);
    }
    if (from >= to || !goesOn.includes(code)) continue;
    if (from === last) periods.pop();
    else periods.push(from);
    periods.push((last = to));
  }
  const plan = planned && periods.length > 0 ? planned({ from: periods[0], to: last }) : [always];
  return within(periods, plan, window);
}

/** Without an end on either side. */
export const always: Interval = { from: -Infinity, to: Infinity };

/** The parts of some periods in which a machine was planned, those that have time in a window. */
function within(periods: ActivePeriods, planned: readonly Interval[], window: Interval): ActivePeriods {
  const parts: number[] = [];
  let first = 0;
  for (const plan of planned) {
    while (periods[first + 1] <= plan.from) first += 2;
    for (let index = first; periods[index] < plan.to; index += 2) {
      const from = Math.max(periods[index], plan.from);
      const to = Math.min(periods[index + 1], plan.to);
      if (from < window.to && to > window.from) parts.push(from, to);
    }
  }
  return parts;
}

/** Position of the last observation before all that lasted without a break until a time; −1 where there is none. */
function indexBefore(states: StateSeries, time: number, goesOn: readonly number[]): number {
  let index = states.indexAt(time);
  // What is said at the time itself may not count any more.
  if (index >= 0 && states.timeAt(index) === time) index--;
  while (index >= 0 && goesOn.includes(states.codeAt(index))) {
    // From run to run: at() leaps over what a source repeats.
    index = states.indexAt(states.at(states.timeAt(index))?.since ?? time) - 1;
  }
  return index;
}
