import { equipmentStates, type Interval, stateCode } from '@twinfloor/core';
import type { AlarmPriority } from '../charts/alarm-shapes.js';
import type { Ink } from '../charts/ink.js';
import { placeRowLabels } from '../charts/row-labels.js';
import type { StateRuns } from '../charts/state-runs.js';
import { reasonAt } from '../internal/reason.js';
import type { TimelineEvent } from './timeline-events.js';
import { rowReadout } from './timeline-readout.js';
import { type RowData, stateSpan, type TimelineRow } from './timeline-rows.js';
import type { TimelineView } from './timeline-view.js';

/** What stands in front of words: the shape of an alarm, the sign of a comment, or a tick where neither has room. */
export type LabelSign = AlarmPriority | 'comment' | 'tick' | undefined;

/** Words under or beside a bar. */
interface Words {
  readonly sign: LabelSign;
  readonly text: string;
  readonly duration: string;
}

/** Words that found their place. */
export interface Label extends Words {
  readonly x: number;
  readonly y: number;
  readonly isCurrent: boolean;
}

/** Words that look for a place, by the ends of what they belong to in px. */
export interface LabelCandidate extends Words {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly weight: number;
}

/** States whose intervals are named: they cost time. */
const named = new Set(
  (['setup', 'idle', 'starved', 'blocked', 'fault', 'maintenance', 'unknown'] as const).map(
    (state) => stateCode[state],
  ),
);
/** Bars under this width in px are not named. */
const leastNamedWidth = 5;
/** More than the width of any bar. */
const faultWeight = 1e6;
/** px that a sign takes in front of words. */
export const signWidth = 15;

/**
 * The words of one row, placed: what its stops were and for how long, its alarms and comments, and right of the now line
 * what still goes on. Words without room are left out. A tick stands where an alarm was raised or a comment written.
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
  const y = row.top + rows.pitch + 2;
  const { signs } = view;
  const events = signs?.rowEvents(row.id, view, now) ?? new Set();
  const current = currentLabel(ink, row, events, nowX, view);
  const stops = [...bandCandidates(ink, row.id, data, runs, events, view)];
  const own = [...(signs?.eventCandidates(ink, events, view, now) ?? [])];
  const isUrgent = ({ weight }: LabelCandidate) => weight >= faultWeight;
  // First what must not be lost to other words: faults, alarms and comments, the last two at least as their sign.
  const placed = placeRowLabels([...stops.filter(isUrgent), ...own], axis, nowX);
  const left = own
    .filter((one) => !placed.some(({ candidate }) => candidate === one))
    .map((one) => ({ ...one, text: '', duration: '', width: 12 }));
  placed.push(...placeRowLabels(left, axis, nowX, placed));
  const others = [...stops.filter((one) => !isUrgent(one)), ...groupCandidates(ink, runs, view)];
  placed.push(...placeRowLabels(others, axis, nowX, placed));
  const labels: Label[] = placed.map(({ candidate, x }) => ({ ...candidate, x, y, isCurrent: false }));
  for (const { left: x } of own) {
    // Words that had to move away from their time, or had no room, leave a tick there.
    if (!labels.some((label) => label.sign && Math.abs(label.x - x) < 2))
      // Below the words, whose halo keeps it off their letters.
      labels.unshift({ sign: 'tick', text: '', duration: '', x, y, isCurrent: false });
  }
  if (current) labels.push(current);
  return labels;
}

function* bandCandidates(
  ink: Ink,
  id: string,
  { series, knownUntil }: RowData,
  runs: StateRuns,
  events: Set<TimelineEvent>,
  { axis, twin, now, language, signs }: TimelineView,
): Iterable<LabelCandidate> {
  const hasRoom = roomAfterNow(axis.width, axis.x(now));
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
    const isFault = state === stateCode.fault;
    const sign = isFault ? signs?.takeAlarms(events, span) : undefined;
    const word = language.terms.states[equipmentStates[state]];
    const text = (state === stateCode.unknown ? '' : reasonAt(twin, id, time, language.tag)) || word;
    const duration = language.formats.duration(span.to - span.from);
    const weight = right - left + (isFault ? faultWeight : 0);
    yield { left, right, weight, ...worded(ink, { sign, text, duration }) };
  }
}

function* groupCandidates(ink: Ink, runs: StateRuns, { language }: TimelineView): Iterable<LabelCandidate> {
  for (const { left, right, stops } of runs.groups) {
    if (stops < 5) continue;
    const words = { sign: undefined, text: language.terms.mergedStops(stops), duration: '' };
    yield { left, right, weight: (right - left) / 4, ...worded(ink, words) };
  }
}

/** Words with the room that they need. */
export function worded(ink: Ink, words: Words): Words & { readonly width: number } {
  const { sign, text, duration } = words;
  const width = (sign ? signWidth : 0) + ink.width(text) + (duration ? ink.width(duration) + 4 : 0);
  return { ...words, width };
}

/** What still goes on, right of the now line, if it has room there. */
function currentLabel(
  ink: Ink,
  row: TimelineRow,
  events: Set<TimelineEvent>,
  nowX: number,
  { axis, twin, now, language, rows, signs }: TimelineView,
): Label | undefined {
  if (now > axis.interval.to || now < axis.interval.from) return undefined;
  const readout = rowReadout(twin, row.id, now, language);
  if (readout === undefined || !named.has(stateCode[readout.state])) return undefined;
  const { reason, word, duration, state, since = now } = readout;
  const text = state === 'unknown' ? reason : reason || word;
  const room = axis.width - nowX - 8;
  if (worded(ink, { sign: undefined, text, duration }).width > room) return undefined;
  const isFault = state === 'fault' && worded(ink, { sign: 1, text, duration }).width <= room;
  const sign = isFault ? signs?.takeAlarms(events, { from: since, to: now }) : undefined;
  return { sign, text, duration, x: nowX + 8, y: row.top + rows.pitch / 2 + 4, isCurrent: true };
}

function roomAfterNow(width: number, nowX: number): boolean {
  return nowX < width && width - nowX > 100;
}

function silentSpan(time: number, knownUntil: number, now: number): Interval | undefined {
  return time > knownUntil ? { from: knownUntil, to: now } : undefined;
}
