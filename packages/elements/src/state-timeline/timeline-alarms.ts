// What a timeline loads when there are alarms to tell.
import { textIn, type Interval, type Twin } from '@twinfloor/core';
import { type Alarms, type AlarmEvent, alarmsOf, type AlarmSummary } from '@twinfloor/core/alarms';
import { html, nothing, type TemplateResult } from 'lit';
import { alarmNumbers, type AlarmPriority } from '../charts/alarm-shapes.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { alarmMark } from '../internal/alarm-mark.js';
import { alarmMarkStyles } from '../internal/alarm-mark.styles.js';
import { sayNews } from '../internal/alarm-news.js';
import { alarmSentence } from '../internal/alarm-sentence.js';
import type { Language } from '../internal/language.js';
import { timelineAlarmStyles } from './timeline-alarms.styles.js';
import { alarmsIn, type TimelineEvent } from './timeline-events.js';

export { alarmsOf };

const hidden = new Set(['normal', 'shelved', 'suppressedByDesign', 'outOfService']);

/** What happened until a moment, by equipment. */
interface Past {
  readonly key: string;
  readonly events: ReadonlyMap<string, readonly AlarmEvent[]>;
}

const pasts = new WeakMap<Alarms, Past>();

function pastOf(twin: Twin, id: string): readonly AlarmEvent[] {
  const alarms = alarmsOf(twin);
  const now = twin.clock.now();
  // Delays and shelves end by time alone, so it is looked up anew each second.
  const key = `${alarms.revision} ${Math.floor(now / 1000)}`;
  let past = pasts.get(alarms);
  if (past?.key !== key) {
    const events = new Map<string, AlarmEvent[]>();
    for (const event of alarms.events({ from: 0, to: now + 1 })) {
      const own = events.get(event.equipment);
      if (own) own.push(event);
      else events.set(event.equipment, [event]);
    }
    pasts.set(alarms, (past = { key, events }));
  }
  return past.events.get(id) ?? [];
}

/** The alarms of a machine that were raised in an interval: what its conditions say, and what the workshop file defines. */
export function raisedIn(twin: Twin, id: string, interval: Interval, tag: string): TimelineEvent[] {
  const past = pastOf(twin, id);
  const priorities = new Map(past.map(({ alarm, priority }) => [alarm, alarmNumbers[priority]]));
  const series = twin.seriesOf(id, 'conditions', 'condition');
  const told = alarmsIn(series, interval).map((event): TimelineEvent => {
    const { key = '', code } = event;
    const name = `${id}/conditions|${key}`;
    const priority = priorities.get(code === undefined ? name : `${name}|${code}`);
    return { ...event, priority: priority ?? event.priority };
  });
  return [...told, ...definedIn(twin, past, interval, tag)];
}

function definedIn(
  twin: Twin,
  past: readonly AlarmEvent[],
  { from, to }: Interval,
  tag: string,
): TimelineEvent[] {
  const names = new Map(
    twin.workshop.alarms?.definitions.map(({ id, name }) => [id, textIn(name ?? id, tag)]),
  );
  const found: (TimelineEvent & { until: number | undefined })[] = [];
  const open = new Map<string, (typeof found)[number]>();
  for (const { alarm, trigger, time, state, priority } of past) {
    const text = names.get(alarm.slice(alarm.indexOf('|') + 1));
    if (text === undefined) continue;
    const before = open.get(alarm);
    if (trigger === 'return' && before) {
      before.until = time;
      open.delete(alarm);
    }
    if (trigger !== 'alarm' || hidden.has(state) || time < from || time >= to) continue;
    const event = { time, until: undefined, text, priority: alarmNumbers[priority] };
    open.set(alarm, event);
    found.push(event);
  }
  return found;
}

/** The alarms of a machine as they stood at a moment, in short. */
function summaryAt(twin: Twin, id: string, time: number): AlarmSummary | undefined {
  if (time >= twin.clock.now()) return alarmsOf(twin).worst(id);
  const last = new Map<string, AlarmEvent>();
  for (const event of pastOf(twin, id)) {
    if (event.time > time) break;
    last.set(event.alarm, event);
  }
  const shown = [...last.values()].filter(({ state }) => !hidden.has(state));
  if (shown.length === 0) return undefined;
  const waiting = shown.filter(({ state }) => /nacknowledged$/.test(state));
  const worst = shown.reduce((a, b) => (alarmNumbers[b.priority] < alarmNumbers[a.priority] ? b : a));
  return { priority: worst.priority, count: shown.length, unacknowledged: waiting.length };
}

/** The mark of a machine at a moment, to stand beside its name. */
export function alarmSign(
  twin: Twin,
  id: string,
  time: number,
  language: Language,
): TemplateResult | typeof nothing {
  const summary = summaryAt(twin, id, time);
  if (!summary) return nothing;
  const sentence = alarmSentence(summary, language);
  const look = summary.unacknowledged > 0 ? 'filled' : 'outline';
  return html`<span
    class="alarm ${look === 'filled' ? 'waiting' : ''}"
    title=${sentence}
    @animationstart=${flashTogether}
    >${alarmMark(summary.priority, look, 14)}<span class="hidden-text">${sentence}</span></span
  >`;
}

/** The same as a sentence to be spoken; empty without alarms. */
export function alarmWords(twin: Twin, id: string, time: number, language: Language): string {
  const summary = summaryAt(twin, id, time);
  return summary ? alarmSentence(summary, language) : '';
}

/** The word of a priority, for the table. */
export function priorityWord(priority: AlarmPriority, { terms }: Language): string {
  const [word] = (Object.keys(alarmNumbers) as (keyof typeof alarmNumbers)[]).filter(
    (one) => alarmNumbers[one] === priority,
  );
  return terms.alarmPriorities[word];
}

/** Gives a timeline the looks of marks, and says to screen readers what is new. */
export function dressAlarms(element: Element, twin: Twin, language: Language): void {
  adoptStyles(element, alarmMarkStyles);
  adoptStyles(element, timelineAlarmStyles);
  sayNews(twin, alarmsOf(twin).list(), language);
}

/** All marks of a page flash at one time. */
function flashTogether({ target }: Event): void {
  for (const flash of (target as Element).getAnimations()) flash.startTime = 0;
}
