import { type Interval, textIn, type Twin } from '@twinfloor/core';
import type { TableData } from '../charts/data-table.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { rowData, type TimelineRow } from './timeline-rows.js';

/** The intervals behind a timeline, machine by machine, with the words of the source. */
export function timelineTable(
  twin: Twin,
  rows: readonly TimelineRow[],
  interval: Interval,
  { terms, formats, tag }: Language,
): TableData {
  const { timeZone } = twin.workshop;
  const now = twin.clock.now();
  const lines: string[][] = [];
  for (const { id } of rows) {
    const { series, knownUntil } = rowData(twin, id);
    const name = textIn(twin.tree.get(id).name, tag);
    const add = (from: number, to: number, word: string, reason: string, source: string) => {
      if (from >= to) return;
      const clock = (time: number) => formats.timeWithSeconds(time, timeZone);
      lines.push([name, clock(from), clock(to), formats.duration(to - from), word, reason, source]);
    };
    const end = Math.max(interval.from, Math.min(interval.to, now));
    const known = Math.max(interval.from, Math.min(end, knownUntil));
    for (const { from, to, state, source } of series?.segments({ from: interval.from, to: known }) ?? []) {
      add(from, to, terms.states[state], state === 'unknown' ? '' : reasonAt(twin, id, from), source);
    }
    add(series ? known : interval.from, end, terms.states.unknown, terms.noData, '');
  }
  return {
    caption: terms.stateTimeline,
    columns: [
      terms.machine,
      terms.from,
      terms.until,
      terms.durationColumn,
      terms.state,
      terms.reason,
      terms.sourceWord,
    ],
    words: [4, 5, 6],
    rows: lines,
  };
}
