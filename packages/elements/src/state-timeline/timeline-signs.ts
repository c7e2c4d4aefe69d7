import { type Interval, wordsOf } from '@twinfloor/core';
import { type AlarmPriority, paintAlarm } from '../charts/alarm-shapes.js';
import type { Ink } from '../charts/ink.js';
import type { Colours } from '../internal/colours.js';
import { alarmsIn, commentsIn, type TimelineEvent } from './timeline-events.js';
import { type LabelCandidate, type LabelSign, signWidth, worded } from './timeline-labels.js';
import type { TimelineScene } from './timeline-view.js';

export { AlarmFollower } from '../internal/alarm-follower.js';

/** An alarm up to this long before a stop belongs to it: a controller reports the one a little before the other. */
const alarmLead = 60_000;

/** What was raised or written at a machine in what the axis shows. */
export function rowEvents(
  id: string,
  { twin, axis, alarms, language }: TimelineScene,
  now: number,
): Set<TimelineEvent> {
  const conditions = twin.seriesOf(id, 'conditions', 'condition');
  const comments = twin.seriesOf(id, 'comment', 'text');
  const events = new Set<TimelineEvent>();
  for (const { from, to } of axis.pieces) {
    const past = { from, to: Math.min(to, now + 1) };
    const raised = alarms?.raisedIn(twin, id, past, language.tag) ?? alarmsIn(conditions, past);
    for (const one of raised) events.add(one);
    for (const one of commentsIn(comments, past)) events.add(one);
  }
  return events;
}

/** The worst alarm of a stop. With it all others of the stop leave the set, because the words of the stop tell them. */
export function takeAlarms(events: Set<TimelineEvent>, { from, to }: Interval): AlarmPriority | undefined {
  let worst: AlarmPriority | undefined;
  for (const event of events) {
    const { priority, time } = event;
    if (priority === undefined || time < from - alarmLead || time > to) continue;
    if (worst === undefined || priority < worst) worst = priority;
    events.delete(event);
  }
  return worst;
}

/** Alarms and comments with words of their own; of those that fall on one place the worst stands for all. */
export function* eventCandidates(
  ink: Ink,
  events: ReadonlySet<TimelineEvent>,
  { twin, axis, language: { formats, tag } }: TimelineScene,
  now: number,
): Iterable<LabelCandidate> {
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
    const weight = 1e5 - rank(first);
    const told = wordsOf(twin.workshop, text, tag);
    const words = { sign: priority ?? 'comment', text: told, duration } as const;
    yield { left, right: left, weight, ...worded(ink, words) };
  }
}

/**
 * Paints what stands in front of words.
 *
 * @param y - base line of the words
 */
export function paintSign(
  context: CanvasRenderingContext2D,
  sign: NonNullable<LabelSign>,
  x: number,
  y: number,
  colours: Colours,
): void {
  if (typeof sign === 'number') {
    paintAlarm(context, sign, x, y - 10, 12, colours);
    return;
  }
  const note = `M${x + 0.5} ${y - 8.5}h10v7h-6l-2.5 2.5v-2.5h-1.5zM${x + 3} ${y - 6}h5M${x + 3} ${y - 4}h3`;
  context.strokeStyle = colours.of('text-secondary');
  context.lineWidth = sign === 'tick' ? 2 : 1;
  context.stroke(new Path2D(sign === 'tick' ? `M${x} ${y - 12}v4` : note));
}
