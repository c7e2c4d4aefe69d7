import type { AlarmDefinition, SignalTest } from '../model/alarm-types.js';
import type { Series } from '../series/series.js';
import type { NumberSeries } from '../series/number-series.js';
import type { StateSeries } from '../series/state-series.js';
import type { TextSeries } from '../series/text-series.js';
import { type Cause, firstFrom, type Told } from './cause.js';

/**
 * Finds again, from a time on, when a test of a signal is true.
 *
 * @param causes - those before `from` are kept; the others are taken out and found again
 * @returns whether it differs from what was found before
 */
export function findTrue(
  causes: Cause[],
  series: Series,
  test: SignalTest,
  from: number,
  told?: Told,
): boolean {
  return found(causes, from, (add) => {
    for (let index = firstIndex(series, from); index < series.length; index++) {
      const before = causes.at(-1)?.on ?? false;
      const on = isTrue(series, index, test, before);
      add({ time: series.timeAt(index), on: on ?? before, known: on !== undefined, told });
    }
  });
}

/**
 * Finds again, from a time on, when a signal is stale: without a value for `silentFor` seconds, and, if its source is
 * expected to report in periods, without a word for as long. The last silence may lie ahead.
 */
export function findSilent(
  causes: Cause[],
  series: Series,
  { silentFor = 0 }: Pick<AlarmDefinition, 'silentFor'>,
  isPeriodic: boolean,
  from: number,
  told?: Told,
): boolean {
  return found(causes, from, (add) => {
    const first = firstIndex(series, from);
    let begin: number | undefined;
    // What silence ran when the time came: back over the reports without a value.
    for (let index = first - 1; index >= 0; index--) {
      const isGap = series.qualityAt(index) === 'bad';
      if (isGap || isPeriodic) begin = series.timeAt(index);
      if (!isGap) break;
    }
    for (let index = first; index <= series.length; index++) {
      const time = index < series.length ? series.timeAt(index) : Infinity;
      if (begin !== undefined && begin + silentFor * 1000 < time) {
        add({ time: begin + silentFor * 1000, on: true, known: true, told });
      }
      if (index === series.length) break;
      if (series.qualityAt(index) === 'bad') {
        begin ??= time;
        continue;
      }
      add({ time, on: false, known: true, told });
      begin = isPeriodic ? time : undefined;
    }
  });
}

function isTrue(series: Series, index: number, test: SignalTest, before: boolean): boolean | undefined {
  const isBad = series.qualityAt(index) === 'bad';
  if (series.kind === 'state') {
    const state = (series as StateSeries).stateAt(index);
    const on = test.states?.includes(state) ?? false;
    return isBad && !on ? undefined : on;
  }
  if (isBad) return undefined;
  if (series.kind === 'text') return test.values?.includes((series as TextSeries).textAt(index)) ?? false;
  if (series.kind !== 'number') return false;
  const value = (series as NumberSeries).valueAt(index) as number;
  const { above = Infinity, below = -Infinity, deadBand = 0 } = test;
  if (value > above || value < below) return true;
  return before && (value > above - deadBand || value < below + deadBand);
}

/** Index of the first observation at or after a time. */
function firstIndex(series: Series, time: number): number {
  const index = series.indexAt(time);
  return index >= 0 && series.timeAt(index) === time ? index : index + 1;
}

/** Lets causes be found again, keeps those that change something, and tells whether anything is new. */
function found(causes: Cause[], from: number, find: (add: (cause: Cause) => void) => void): boolean {
  const kept = firstFrom(causes, from);
  const old = causes.splice(kept);
  find((cause) => {
    const last = causes.at(-1) ?? never;
    if (cause.on !== last.on || cause.known !== last.known) causes.push(cause);
  });
  if (causes.length - kept !== old.length) return true;
  return old.some(({ time, on, known }, index) => {
    const cause = causes[kept + index];
    return cause.time !== time || cause.on !== on || cause.known !== known;
  });
}

const never: Pick<Cause, 'on' | 'known'> = { on: false, known: true };
