import type { ConditionSeries, Interval, TextSeries } from '@twinfloor/core';
import { type AlarmPriority, alarmPriority } from '../charts/alarm-shapes.js';

/** What happened at a machine beside its states: an alarm, or something that somebody wrote. */
export interface TimelineEvent {
  /** When it was raised or written. */
  readonly time: number;
  /** When it had gone; `undefined` while an alarm lasts, and for comments. */
  readonly until: number | undefined;
  readonly text: string;
  /** Of an alarm; a comment has none. */
  readonly priority: AlarmPriority | undefined;
  /** Of a condition. */
  readonly key?: string;
  readonly code?: string;
}

/** The alarms that were raised in an interval, in time order. Linear in the reports inside. */
export function alarmsIn(series: ConditionSeries | undefined, { from, to }: Interval): TimelineEvent[] {
  if (!series) return [];
  const alarms: (TimelineEvent & { until: number | undefined })[] = [];
  const open = new Map<string, (typeof alarms)[number]>();
  const close = (name: string, time: number) => {
    const alarm = open.get(name);
    if (alarm) alarm.until = time;
    open.delete(name);
  };
  const nameOf = (key: string, code = '') => `${key}|${code}`;
  const before = new Set(series.activeAt(from - 1).map(({ key, code }) => nameOf(key, code)));
  let index = series.indexAt(from);
  while (index > 0 && series.timeAt(index - 1) >= from) index--;
  for (index = Math.max(index, 0); index < series.length; index++) {
    const time = series.timeAt(index);
    // What goes on at the end is followed further only to find when it went.
    if (time >= to && open.size === 0) break;
    if (time < from) continue;
    const condition = series.conditionAt(index);
    const { key, level, code, text } = condition;
    const name = nameOf(key, code);
    if (level === 'normal' || level === 'unavailable') {
      const isAll = level === 'unavailable' || code === undefined;
      for (const one of [...open.keys(), ...before]) {
        if (isAll ? !one.startsWith(`${key}|`) : one !== name) continue;
        close(one, time);
        before.delete(one);
      }
      continue;
    }
    if (time >= to || open.has(name) || before.has(name)) continue;
    const words = text ?? code ?? key;
    const alarm = { time, until: undefined, text: words, priority: alarmPriority(condition), key, code };
    alarms.push(alarm);
    open.set(name, alarm);
  }
  return alarms;
}

/** What was written in an interval, in time order. */
export function commentsIn(series: TextSeries | undefined, { from, to }: Interval): TimelineEvent[] {
  const comments: TimelineEvent[] = [];
  if (!series) return comments;
  for (let index = Math.max(0, series.indexAt(from)); index < series.length; index++) {
    const time = series.timeAt(index);
    if (time >= to) break;
    const text = series.textAt(index);
    const isNew = time >= from && text !== '' && series.qualityAt(index) !== 'bad';
    if (isNew) comments.push({ time, until: undefined, text, priority: undefined });
  }
  return comments;
}
