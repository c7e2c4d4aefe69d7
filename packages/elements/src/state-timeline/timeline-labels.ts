import { equipmentStates, type Interval, stateCode } from '@twinfloor/core';
import type { AlarmPriority } from '../charts/alarm-shapes.js';
import type { Ink } from '../charts/ink.js';
import { placeRowLabels } from '../charts/row-labels.js';
import type { StateRuns } from '../charts/state-runs.js';
import { reasonAt } from '../internal/reason.js';
import { alarmsIn, commentsIn, type TimelineEvent } from './timeline-events.js';
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

interface Candidate extends Words {
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
/** px that a sign takes in front of words. */
export const signWidth = 15;
/** An alarm up to this long before a stop belongs to it: a controller reports the one a little before the other. */
const alarmLead = 60_000;

/**
 * The words of one row, placed: what its stops were and for how long, its alarms and comments, and right of the now line
 * what still goes on. Words without room are left out; of an alarm or a comment at least its shape or a tick stays.
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
  const events = rowEvents(row.id, view);
  const current = currentLabel(ink, row, events, nowX, view);
  const candidates = [
    ...bandCandidates(ink, row.id, data, runs, events, view),
    ...groupCandidates(ink, runs, view),
    ...eventCandidates(ink, events, view),
  ];
  const placed = placeRowLabels(candidates, axis, nowX);
  const signs = candidates
    .filter((one) => one.sign !== undefined && !placed.some(({ candidate }) => candidate === one))
    .map((one) => ({ ...one, text: '', duration: '', width: 12 }));
  const small = placeRowLabels(signs, axis, nowX, placed);
  const labels: Label[] = [...placed, ...small].map(({ candidate, x }) => ({
    ...candidate,
    x,
    y,
    isCurrent: false,
  }));
  for (const one of signs) {
    if (!small.some(({ candidate }) => candidate === one))
      labels.push({ ...one, sign: 'tick', x: one.left, y, isCurrent: false });
  }
  if (current) labels.push(current);
  return labels;
}

/** What was raised or written in what the axis shows. Taken out of it is what some bar's words tell. */
function rowEvents(id: string, { twin, axis, now }: TimelineView): Set<TimelineEvent> {
  const events = new Set<TimelineEvent>();
  const conditions = twin.seriesOf(id, 'conditions', 'condition');
  const comments = twin.seriesOf(id, 'comment', 'text');
  if (!conditions && !comments) return events;
  for (const { from, to } of axis.pieces) {
    const past = { from, to: Math.min(to, now + 1) };
    for (const one of alarmsIn(conditions, past)) events.add(one);
    for (const one of commentsIn(comments, past)) events.add(one);
  }
  return events;
}

/** The worst alarm of a stop, and with it all others of the stop, leave the set: the words of the stop tell them. */
function takeAlarms(events: Set<TimelineEvent>, { from, to }: Interval): AlarmPriority | undefined {
  let worst: AlarmPriority | undefined;
  for (const event of events) {
    const { priority, time } = event;
    if (priority === undefined || time < from - alarmLead || time > to) continue;
    if (worst === undefined || priority < worst) worst = priority;
    events.delete(event);
  }
  return worst;
}

function* bandCandidates(
  ink: Ink,
  id: string,
  { series, knownUntil }: RowData,
  runs: StateRuns,
  events: Set<TimelineEvent>,
  { axis, twin, now, language }: TimelineView,
): Iterable<Candidate> {
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
    const sign = isFault ? takeAlarms(events, span) : undefined;
    const word = language.terms.states[equipmentStates[state]];
    const text = (state === stateCode.unknown ? '' : reasonAt(twin, id, time)) || word;
    const duration = language.formats.duration(span.to - span.from);
    const weight = right - left + (isFault ? 1e6 : 0);
    yield { left, right, weight, ...worded(ink, { sign, text, duration }) };
  }
}

function* groupCandidates(ink: Ink, runs: StateRuns, { language }: TimelineView): Iterable<Candidate> {
  for (const { left, right, stops } of runs.groups) {
    if (stops < 5) continue;
    const words = { sign: undefined, text: language.terms.mergedStops(stops), duration: '' };
    yield { left, right, weight: (right - left) / 4, ...worded(ink, words) };
  }
}

/** Alarms and comments of their own; of those that fall on one place the worst stands for all. */
function* eventCandidates(
  ink: Ink,
  events: ReadonlySet<TimelineEvent>,
  { axis, now, language: { formats } }: TimelineView,
): Iterable<Candidate> {
  const places = new Map<number, TimelineEvent[]>();
  for (const event of events) {
    const place = Math.floor(axis.x(event.time) / signWidth);
    places.set(place, [...(places.get(place) ?? []), event]);
  }
  const rank = ({ priority }: TimelineEvent) => priority ?? 5;
  for (const together of places.values()) {
    const [first, ...others] = together.sort((a, b) => rank(a) - rank(b));
    const { time, until = now, text, priority } = first;
    const left = axis.x(time);
    const lasted = priority === undefined ? '' : formats.duration(until - time);
    const duration = others.length > 0 ? `+${others.length}` : lasted;
    const weight = priority === undefined ? 60 : 1e5 - priority;
    yield { left, right: left, weight, ...worded(ink, { sign: priority ?? 'comment', text, duration }) };
  }
}

function worded(ink: Ink, words: Words): Words & { readonly width: number } {
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
  { axis, twin, now, language, rows }: TimelineView,
): Label | undefined {
  if (now > axis.interval.to || now < axis.interval.from) return undefined;
  const readout = rowReadout(twin, row.id, now, language);
  if (readout === undefined || !named.has(stateCode[readout.state])) return undefined;
  const { reason, word, duration, state, since = now } = readout;
  const text = state === 'unknown' ? reason : reason || word;
  const room = axis.width - nowX - 8;
  if (worded(ink, { sign: undefined, text, duration }).width > room) return undefined;
  const isFault = state === 'fault' && worded(ink, { sign: 1, text, duration }).width <= room;
  const sign = isFault ? takeAlarms(events, { from: since, to: now }) : undefined;
  return { sign, text, duration, x: nowX + 8, y: row.top + rows.pitch / 2 + 4, isCurrent: true };
}

function roomAfterNow(width: number, nowX: number): boolean {
  return nowX < width && width - nowX > 100;
}

function silentSpan(time: number, knownUntil: number, now: number): Interval | undefined {
  return time > knownUntil ? { from: knownUntil, to: now } : undefined;
}
