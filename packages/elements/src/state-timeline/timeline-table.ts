import { type Interval, textIn, type Twin, wordsOf } from '@twinfloor/core';
import type { TemplateResult } from 'lit';
import { table } from '../charts/data-table.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { alarmsIn, commentsIn } from './timeline-events.js';
import { rowData, type TimelineRow } from './timeline-rows.js';
import type { TimelineAlarms, TimelineScene } from './timeline-view.js';

/** A line of the table with the time that it is sorted by. */
interface Line {
  readonly time: number;
  readonly cells: readonly string[];
}

/** The intervals, alarms and comments behind a timeline, machine by machine, with the words of the source. */
export function timelineTable({ twin, rows, axis, language, alarms }: TimelineScene): TemplateResult {
  const { terms } = language;
  return table({
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
    rows: rows.rows.flatMap((row) => linesOf(twin, row, axis.interval, language, alarms)),
  });
}

function linesOf(
  twin: Twin,
  { id }: TimelineRow,
  interval: Interval,
  language: Language,
  alarms: TimelineAlarms | undefined,
): (readonly string[])[] {
  const { terms, formats, tag } = language;
  const { timeZone } = twin.workshop;
  const now = twin.clock.now();
  const name = textIn(twin.tree.get(id).name, tag);
  const clock = (time: number) => formats.timeWithSeconds(time, timeZone);
  const lines: Line[] = [];
  const add = (from: number, to: number | undefined, word: string, reason: string, source: string) => {
    if (to !== undefined && from >= to) return;
    const span = to === undefined ? ['', ''] : [clock(to), formats.duration(to - from)];
    lines.push({ time: from, cells: [name, clock(from), ...span, word, reason, source] });
  };
  const { series, knownUntil } = rowData(twin, id);
  const end = Math.max(interval.from, Math.min(interval.to, now));
  const known = Math.max(interval.from, Math.min(end, knownUntil));
  for (const { from, to, state, source } of series?.segments({ from: interval.from, to: known }) ?? []) {
    add(from, to, terms.states[state], state === 'unknown' ? '' : reasonAt(twin, id, from, tag), source);
  }
  add(series ? known : interval.from, end, terms.states.unknown, terms.noData, '');
  const past = { from: interval.from, to: end };
  const raised =
    alarms?.raisedIn(twin, id, past, tag) ?? alarmsIn(twin.seriesOf(id, 'conditions', 'condition'), past);
  for (const { time, until, text, priority = 4 } of raised) {
    const word = [terms.alarmOf(priority), alarms?.priorityWord(priority, language)];
    add(time, until, word.filter(Boolean).join(', '), wordsOf(twin.workshop, text, tag), '');
  }
  for (const { time, text } of commentsIn(twin.seriesOf(id, 'comment', 'text'), past))
    add(time, undefined, terms.comment, wordsOf(twin.workshop, text, tag), '');
  return lines.sort((a, b) => a.time - b.time).map(({ cells }) => cells);
}
