import { equipmentStates, type Interval, stateCode } from '@twinfloor/core';
import type { Ink } from '../charts/ink.js';
import { placeRowLabels } from '../charts/row-labels.js';
import type { StateRuns } from '../charts/state-runs.js';
import { reasonAt } from '../internal/reason.js';
import { rowReadout } from './timeline-readout.js';
import { type RowData, stateSpan, type TimelineRow } from './timeline-rows.js';
import type { TimelineView } from './timeline-view.js';

/** Words under or beside a bar, placed. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly duration: string;
  readonly isCurrent: boolean;
}

interface Candidate {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly weight: number;
  readonly text: string;
  readonly duration: string;
}

/** States whose intervals are named: they cost time. */
const named = new Set(
  (['setup', 'idle', 'starved', 'blocked', 'fault', 'maintenance', 'unknown'] as const).map(
    (state) => stateCode[state],
  ),
);
/** Bars under this width in px are not named. */
const leastNamedWidth = 5;

/**
 * The words of one row, placed: what its stops were and for how long, and right of the now line what still goes on.
 *
 * @param ink - with the face that the words are written in
 */
export function rowLabels(
  ink: Ink,
  row: TimelineRow,
  data: RowData,
  runs: StateRuns,
  view: TimelineView,
): Label[] {
  const { axis, now, rows } = view;
  const nowX = Math.min(axis.x(now), axis.width);
  const candidates = [...bandCandidates(ink, row.id, data, runs, view), ...groupCandidates(ink, runs, view)];
  const labels: Label[] = placeRowLabels(candidates, axis, nowX).map(({ candidate, x }) => {
    const { text, duration } = candidate;
    return { x, y: row.top + rows.pitch + 2, text, duration, isCurrent: false };
  });
  const current = currentLabel(row.id, view);
  if (current === undefined || now > axis.interval.to || now < axis.interval.from) return labels;
  const width = ink.width(current.text) + ink.width(current.duration) + 4;
  if (nowX + 8 + width <= axis.width)
    labels.push({ ...current, x: nowX + 8, y: row.top + rows.pitch / 2 + 4, isCurrent: true });
  return labels;
}

function* bandCandidates(
  ink: Ink,
  id: string,
  { series, knownUntil }: RowData,
  runs: StateRuns,
  { axis, twin, now, language }: TimelineView,
): Iterable<Candidate> {
  const hasRoom = now < axis.interval.to && axis.width - axis.x(now) > 100;
  let lastFrom = -Infinity;
  for (let band = 0; band < runs.count; band++) {
    const left = runs.left[band];
    const right = runs.right[band];
    const state = runs.states[band];
    if (right - left < leastNamedWidth || !named.has(state)) continue;
    // The middle, because the ends are rounded.
    const time = axis.time((left + right) / 2);
    const span =
      silentSpan(time, knownUntil, now) ?? (series && stateSpan(series, time, Math.min(now, knownUntil)));
    if (span === undefined || span.from === lastFrom) continue;
    // What still goes on is named right of the now line.
    if (hasRoom && span.to >= now) continue;
    lastFrom = span.from;
    const word = language.terms.states[equipmentStates[state]];
    const text = (state === stateCode.unknown ? '' : reasonAt(twin, id, time)) || word;
    const duration = language.formats.duration(span.to - span.from);
    const width = ink.width(text) + 4 + ink.width(duration);
    const weight = right - left + (state === stateCode.fault ? 1e6 : 0);
    yield { left, right, width, weight, text, duration };
  }
}

function* groupCandidates(ink: Ink, runs: StateRuns, { language }: TimelineView): Iterable<Candidate> {
  for (const { left, right, stops } of runs.groups) {
    if (stops < 5) continue;
    const text = language.terms.mergedStops(stops);
    yield { left, right, width: ink.width(text), weight: (right - left) / 4, text, duration: '' };
  }
}

function currentLabel(
  id: string,
  { twin, now, language }: TimelineView,
): { text: string; duration: string } | undefined {
  const readout = rowReadout(twin, id, now, language);
  if (readout === undefined || !named.has(stateCode[readout.state])) return undefined;
  const { reason, word, duration, state } = readout;
  return { text: state === 'unknown' ? reason : reason || word, duration };
}

function silentSpan(time: number, knownUntil: number, now: number): Interval | undefined {
  return time > knownUntil ? { from: knownUntil, to: now } : undefined;
}
