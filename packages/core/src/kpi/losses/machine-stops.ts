import { type EquipmentState, stateCode } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { TextSeries } from '../../series/text-series.js';
import { duration, type Interval } from '../../time/interval.js';
import { wholeOf } from '../whole-of.js';
import { lossOfStop, type LossRules, type StopLoss } from './loss-rules.js';
import { lastTold, toldIn } from './stop-reason.js';

/** What is known of the stops of a machine. Everything may be missing. */
export interface StopRecord {
  readonly states: StateSeries | undefined;
  /** Milliseconds since the epoch: what the states say of later time does not count. Default: no limit. */
  readonly statesKnownUntil?: number;
  /** Why it stands, as ids of the catalogue or in other words: the signal `reason`. */
  readonly reasons?: TextSeries;
  /** What people wrote about it: the signal `comment`. */
  readonly comments?: TextSeries;
  readonly products?: TextSeries;
}

/** A time in which a machine stood in one state for one reason, cut off at the ends of the intervals asked about. */
export interface StopTime extends Interval {
  /** When it really began. Before `from`: before the interval. */
  readonly began: number;
  /** When it really ended; `undefined` while it goes on. After `to`: after the interval. */
  readonly ended: number | undefined;
  /** Whether an earlier entry of the list is the same stop: a break or the like lies in between. */
  readonly continues: boolean;
  /** Neither `running` nor `unknown`. */
  readonly state: EquipmentState;
  /** `undefined`: nobody said. */
  readonly reason: string | undefined;
  /** Milliseconds of the whole time without running that it belongs to, as far as is known. */
  readonly standstill: number;
  /** What it is booked to. */
  readonly loss: StopLoss;
}

/** A stop with what was said and made around it. */
export interface MachineStop extends StopTime {
  /** The words of the source for the state at its end. */
  readonly source: string;
  /** What was written about it last. */
  readonly comment: string | undefined;
  /** The product that was set when it began. */
  readonly product: string | undefined;
}

/**
 * The stops of a machine in some intervals, in time order. All time of the intervals is a stop, running or unknown.
 *
 * A stop ends where the state changes or another reason is told, see {@link toldIn} for which one belongs to it. Whether it is a
 * minor one depends on the whole time without running, whatever the intervals: a fault of an hour stays one where only its
 * last minute is asked about, and a machine that is idle and blocked in turn for an hour has no minor stops.
 *
 * @param intervals - in time order, without overlaps, already cut off at the present: the planned time, as a rule
 * @throws {RangeError} if the limit of the rules is negative
 */
export function machineStops(
  machine: StopRecord,
  intervals: readonly Interval[],
  rules: LossRules = {},
): MachineStop[] {
  const { states, comments, products } = machine;
  return stopTimes(machine, intervals, rules).map((stop) => {
    const whole = { from: stop.began, to: stop.ended ?? stop.to };
    return {
      ...stop,
      source: states?.sourceAt(states.indexAt(whole.to - 1)) ?? '',
      comment: lastTold(comments, whole),
      product: products?.at(stop.began)?.text || undefined,
    };
  });
}

/** The same without what was said and made around the stops, for figures over many machines. */
export function stopTimes(
  { states, statesKnownUntil = Infinity, reasons }: StopRecord,
  intervals: readonly Interval[],
  rules: LossRules,
): StopTime[] {
  const lossOf = lossOfStop(rules);
  const stops: StopTime[] = [];
  if (states === undefined) return stops;
  for (const { from, to } of intervals) {
    const asked = { from, to: Math.min(to, statesKnownUntil) };
    if (asked.from >= asked.to) continue;
    const known = statesKnownUntil < Infinity ? statesKnownUntil : Math.max(to, states.lastTime ?? to);
    for (const standstill of standstills(states, widened(states, asked, known))) {
      const length = duration(wholeOf(standstill));
      for (const run of standstill) {
        const goesOn = run.to === known && !changesAt(states, known);
        for (const part of toldIn(reasons, run)) {
          const from = Math.max(part.from, asked.from);
          const to = Math.min(part.to, asked.to);
          if (from >= to) continue;
          stops.push({
            // Not spread: there are thousands of them a machine.
            from,
            to,
            began: part.from,
            ended: goesOn && part.to === known ? undefined : part.to,
            continues: stops.at(-1)?.began === part.from,
            state: run.state,
            reason: part.text,
            standstill: length,
            loss: lossOf(run.state, part.text, length),
          });
        }
      }
    }
  }
  return stops;
}

interface Run extends Interval {
  readonly state: EquipmentState;
}

/** The times without running, each as its states in turn; the words of the source do not matter. */
function standstills(states: StateSeries, interval: Interval): Run[][] {
  const found: Run[][] = [];
  let current: { from: number; to: number; state: EquipmentState }[] = [];
  for (const { from, to, state } of states.segments(interval)) {
    const last = current.at(-1);
    if (!isStop(stateCode[state])) current = [];
    else if (last?.state === state) last.to = to;
    else {
      if (!last) found.push(current);
      current.push({ from, to, state });
    }
  }
  return found;
}

/** The interval with the whole of the times without running that it cuts. */
function widened(states: StateSeries, { from, to }: Interval, known: number): Interval {
  let first = states.indexAt(from);
  while (first >= 0 && isStop(states.codeAt(first))) first--;
  const begin = first + 1 < states.length ? states.timeAt(first + 1) : from;
  return { from: Math.min(from, begin), to: standstillEnd(states, to, known) };
}

/**
 * When the time without running that holds at a moment ends, at most when nothing more is known; the moment itself where there
 * is none. What is observed later can change nothing about the stops before the moment.
 */
export function standstillEnd(states: StateSeries, time: number, known: number): number {
  let next = states.indexAt(time);
  if (next < 0) return time;
  while (next < states.length && isStop(states.codeAt(next))) next++;
  return Math.max(time, Math.min(next < states.length ? states.timeAt(next) : known, known));
}

/** Whether an observation says that another state begins at a time. */
function changesAt(states: StateSeries, time: number): boolean {
  const index = states.indexAt(time);
  return index > 0 && states.timeAt(index) === time && states.codeAt(index) !== states.codeAt(index - 1);
}

function isStop(code: number): boolean {
  return code !== stateCode.running && code !== stateCode.unknown;
}
