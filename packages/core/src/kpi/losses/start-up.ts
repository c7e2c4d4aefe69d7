import { stateCode } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { TextSeries } from '../../series/text-series.js';
import { type Interval, intersection, union } from '../../time/interval.js';
import { allow } from '../allow.js';
import { machineCounts, type MachineRecord } from '../oee/machine-oee.js';
import type { LossRules } from './loss-rules.js';

/** How long a machine starts up after a set-up or a planned stop: a time in milliseconds, or until so many good pieces. */
export type StartUp = { readonly time: number } | { readonly goodPieces: number };

/** What says that pieces were rejected while starting up. */
export interface StartUpRecord extends MachineRecord {
  /** Why pieces were rejected: the signal `scrapReason`. */
  readonly scrapReasons?: TextSeries;
}

/**
 * The planned times in which rejects count as reduced yield: while a machine starts up, and while the reason that holds for its
 * scrap is one that the catalogue books to reduced yield.
 *
 * @throws {RangeError} if time or pieces are negative or not a number
 */
export function startUpTimes(
  machine: StartUpRecord,
  planned: readonly Interval[],
  { startUp, reasons = [] }: LossRules & { readonly startUp?: StartUp },
): readonly Interval[] {
  if (planned.length === 0) return planned;
  const whole = { from: planned[0].from, to: planned[planned.length - 1].to };
  const ids = new Set(reasons.flatMap(({ id, loss }) => (loss === 'reducedYield' ? [id] : [])));
  const told = ids.size === 0 ? undefined : machine.scrapReasons?.segments(whole);
  const times = told?.filter(({ text, quality }) => quality !== 'bad' && ids.has(text)) ?? [];
  const all = union([...times, ...(startUp ? afterStarts(machine, whole, startUp) : [])]);
  return all.flatMap((time) => planned.flatMap((part) => intersection(time, part) ?? []));
}

function afterStarts(machine: StartUpRecord, whole: Interval, startUp: StartUp): Interval[] {
  const [name, amount] = Object.entries(startUp)[0] as [string, number];
  allow(amount >= 0, name, amount, '0 or more');
  const { states, statesKnownUntil = Infinity } = machine;
  if (states === undefined) return [];
  const to = Math.min(whole.to, statesKnownUntil);
  const starts = startsUntil(states, whole.from, to);
  return starts.map((from, index) => {
    if ('time' in startUp) return { from, to: from + startUp.time };
    const until = { from, to: starts[index + 1] ?? to };
    return { from, to: momentOfGood(machine, until, startUp.goodPieces) };
  });
}

/** When the machine began to run after a set-up or a planned stop: the last time before `from`, and all until `to`. */
function startsUntil(states: StateSeries, from: number, to: number): number[] {
  const starts: number[] = [];
  let isRunning = false;
  for (let index = states.indexAt(to); index >= 0; index--) {
    const code = states.codeAt(index);
    if (code === stateCode.setup || code === stateCode.plannedStop) {
      const start = startAfter(states, index);
      if (isRunning && start < to) starts.unshift(start);
      if (isRunning && start <= from) break;
      isRunning = false;
    } else if (code === stateCode.running) isRunning = true;
  }
  return starts;
}

/** When the machine runs next after an observation; it does. */
function startAfter(states: StateSeries, index: number): number {
  let next = index;
  while (states.codeAt(next) !== stateCode.running) next++;
  return states.timeAt(next);
}

/** Just after the moment at which so many good pieces were counted; the end where they never were. */
function momentOfGood(machine: MachineRecord, { from, to }: Interval, pieces: number): number {
  const good = (until: number) => machineCounts(machine, { from, to: until }).good ?? 0;
  if (good(to) < pieces) return to;
  let [low, high] = [Math.floor(from), Math.ceil(to)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (middle > from && good(middle) >= pieces) high = middle;
    else low = middle + 1;
  }
  return Math.min(Math.max(low, from), to);
}
