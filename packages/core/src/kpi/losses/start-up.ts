import { stateCode } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { TextSeries } from '../../series/text-series.js';
import { type Interval, intersection, union } from '../../time/interval.js';
import { allow } from '../allow.js';
import { lastWhere } from '../last-where.js';
import { wholeOf } from '../whole-of.js';
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
  const whole = wholeOf(planned);
  const ids = new Set(reasons.flatMap(({ id, loss }) => (loss === 'reducedYield' ? [id] : [])));
  const told = (ids.size > 0 && machine.scrapReasons?.segments(whole)) || [];
  const times = told.filter(({ text, quality }) => quality !== 'bad' && ids.has(text));
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
  let start: number | undefined;
  for (let index = states.indexAt(to); index >= 0; index--) {
    const code = states.codeAt(index);
    if (code === stateCode.running) start = states.timeAt(index);
    else if (code === stateCode.setup || code === stateCode.plannedStop) {
      if (start !== undefined && start < to) starts.unshift(start);
      if (start !== undefined && start <= from) break;
      start = undefined;
    }
  }
  return starts;
}

/** Just after the moment at which so many good pieces were counted; the end where they never were. */
function momentOfGood(machine: MachineRecord, { from, to }: Interval, pieces: number): number {
  const isShort = (until: number) =>
    until <= from || (machineCounts(machine, { from, to: until }).good ?? 0) < pieces;
  return isShort(to) ? to : Math.min(lastWhere(Math.floor(from), Math.ceil(to), isShort) + 1, to);
}
