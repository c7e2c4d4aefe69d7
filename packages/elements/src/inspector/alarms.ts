import type { ActiveCondition, ConditionSeries, Interval } from '@twinfloor/core';

/** An alarm that is active, or was. */
export interface Alarm {
  readonly condition: ActiveCondition;
  /** When it went away, in milliseconds since the epoch; `undefined` while it is active. */
  readonly until: number | undefined;
}

/**
 * The alarms of an interval: first those that are active at a moment, then those that have gone, each the newest first.
 *
 * @param now - milliseconds since the epoch
 * @param limit - how many that have gone are given at most
 */
export function alarmsIn(series: ConditionSeries, interval: Interval, now: number, limit: number): Alarm[] {
  const active = series.activeAt(now);
  const gone: Alarm[] = [];
  const open = new Map<string, ActiveCondition>();
  for (const one of series.activeAt(interval.from)) open.set(keyOf(one), one);
  for (let index = series.indexAt(interval.from) + 1; index < series.length; index++) {
    const time = series.timeAt(index);
    if (time > Math.min(now, interval.to)) break;
    const report = series.conditionAt(index);
    if (report.level === 'warning' || report.level === 'fault') {
      const before = open.get(keyOf(report));
      open.set(keyOf(report), { ...report, since: before?.since ?? time });
      continue;
    }
    for (const [key, one] of open) {
      if (one.key !== report.key || (report.code !== undefined && report.code !== one.code)) continue;
      open.delete(key);
      // What a gap hides has not gone for all one knows; if it is still there, it is among those that are active.
      if (report.level === 'normal') gone.push({ condition: one, until: time });
    }
  }
  gone.reverse();
  return [
    ...active.toSorted((a, b) => b.since - a.since).map((condition) => ({ condition, until: undefined })),
    ...gone.slice(0, limit),
  ];
}

const keyOf = ({ key, code = '' }: { readonly key: string; readonly code?: string }) => `${key} ${code}`;
