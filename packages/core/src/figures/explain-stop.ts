import { stateCode } from '../model/equipment-state.js';
import { toldIn } from '../kpi/losses/stop-reason.js';
import type { StateSeries } from '../series/state-series.js';
import type { TextSeries } from '../series/text-series.js';
import { checkInterval, type Interval } from '../time/interval.js';
import type { Observation } from '../twin/store.js';
import type { Twin } from '../twin/twin.js';

/** What is said of a stop. */
export interface StopExplanation {
  /** An id of the catalogue, or other words; empty: there is none. */
  readonly reason?: string;
  /** What people write about it; empty: nothing. */
  readonly comment?: string;
}

/**
 * Says why a machine stood in a time of the past, as a person or an MES does afterwards. Reason and comment are observations like any
 * other: they take the place of what was said in that time, and before and after it everything stays as it was. Where the time reaches
 * the present, they hold as long as the stop goes on.
 *
 * @param stop - a stop or a part of one; in a time of several states the words hold for each but running and unknown
 * @returns how to take it back: what was said before holds again
 * @throws {RangeError} if there is no such equipment, or the time runs backwards
 *
 * @example
 * ```ts
 * const [stop] = equipmentStops(twin, 'press-01', twin.interval('shift'));
 * const takeBack = explainStop(twin, stop.equipment, stop, { reason: 'no-material', comment: 'truck late' });
 * ```
 */
export function explainStop(
  twin: Twin,
  equipment: string,
  { from, to }: Interval,
  { reason, comment }: StopExplanation,
): () => void {
  checkInterval({ from, to });
  const before: Observation[] = [];
  const states = twin.seriesOf(equipment, 'state', 'state');
  for (const [name, text] of [
    ['reason', reason],
    ['comment', comment],
  ] as const) {
    const { address } = twin.signal(`${equipment}/${name}`);
    if (text === undefined || from === to) continue;
    const texts = twin.seriesOf(equipment, name, 'text');
    const rows = rowsOf(states, texts, { from, to }, to >= twin.clock.latest);
    const said = (value: string | undefined, time: number) => ({ signal: address, time, value });
    // Looked up for all moments first: what is written at one of them may explain another.
    before.push(...rows.map(({ time, before: value }) => said(value, time)));
    twin.observe(rows.map(({ time, isInside, before: value }) => said(isInside ? text : value, time)));
  }
  return () => twin.observe(before);
}

/** A moment at which something has to be said. */
interface Row {
  readonly time: number;
  /** Whether it lies in the time that is explained; else what held there is said again. */
  readonly isInside: boolean;
  /** What held there before, for its state; `undefined`: nothing. */
  readonly before: string | undefined;
}

/** A time in one state, whole. */
interface Run extends Interval {
  readonly isStop: boolean;
}

function rowsOf(
  states: StateSeries | undefined,
  texts: TextSeries | undefined,
  { from, to }: Interval,
  isOpen: boolean,
): Row[] {
  const rows: Row[] = [];
  for (const run of runsOf(states, { from, to })) {
    if (!run.isStop) continue;
    // What is said first in a stop holds from its beginning, so the part before has to be said too; and the part after.
    const times = new Set([run.from, Math.max(run.from, from)]);
    if (to < run.to && !isOpen) times.add(to);
    const told = toldIn(texts, run);
    const said = texts === undefined ? [] : timesIn(texts, { from, to: Math.min(to, run.to) });
    for (const time of said) if (time >= run.from) times.add(time);
    for (const time of times) {
      const before = told.find((part) => part.from <= time && time < part.to)?.text;
      rows.push({ time, isInside: from <= time && time < to, before });
    }
  }
  return rows;
}

/** The times in one state that an interval meets. Without states it is all one. */
function runsOf(states: StateSeries | undefined, { from, to }: Interval): Run[] {
  if (states === undefined) return [{ from, to, isStop: true }];
  const runs: Run[] = [];
  let index = Math.max(states.indexAt(from), 0);
  while (index < states.length && states.timeAt(index) < to) {
    const code = states.codeAt(index);
    const begin = states.at(states.timeAt(index))?.since ?? from;
    while (index < states.length && states.codeAt(index) === code) index++;
    const end = index < states.length ? states.timeAt(index) : Infinity;
    const isStop = code !== stateCode.running && code !== stateCode.unknown;
    if (end > from) runs.push({ from: begin, to: end, isStop });
  }
  return runs;
}

function timesIn(texts: TextSeries, { from, to }: Interval): number[] {
  const times: number[] = [];
  for (
    let index = Math.max(texts.indexAt(from), 0);
    index < texts.length && texts.timeAt(index) < to;
    index++
  ) {
    if (texts.timeAt(index) >= from) times.push(texts.timeAt(index));
  }
  return times;
}
