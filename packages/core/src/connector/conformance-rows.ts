import { ConditionSeries } from '../series/condition-series.js';
import type { RecordedRow } from './conformance-context.js';

/**
 * What a signal says over time: each entry holds until the next; `missing` where nothing is known. A condition
 * signal says its level.
 */
export type Steps = readonly (readonly [time: number, value: number | string])[];

/** What stands in {@link Steps} for no value. */
export const missing = 'missing';

/**
 * What rows say of one signal, whatever their order: of two rows at one time the later counts, and a value that
 * is repeated says nothing new.
 */
export function stepsOf(rows: readonly RecordedRow[], signal: string): Steps {
  const values = new Map<number, number | string>();
  for (const row of rows) {
    if (row.signal === signal) values.set(row.time, valueOf(row));
  }
  const sorted = [...values].sort(([a], [b]) => a - b);
  return sorted.filter(([, value], index) => value !== (sorted[index - 1]?.[1] ?? missing));
}

/** Steps in words, for messages. */
export function stepsText(steps: Steps): string {
  return steps.map(([time, value]) => `${new Date(time).toISOString()} ${value}`).join(', ') || 'nothing';
}

/** How often rows raise a condition of a signal, in all. */
export function raisedCount(rows: readonly RecordedRow[], signal: string): number {
  const series = new ConditionSeries();
  for (const { signal: each, time, value } of rows) {
    if (each === signal && typeof value === 'object') series.append(time, value);
  }
  if (series.length === 0) return 0;
  const all = series.activations({ from: series.firstTime!, to: series.lastTime! + 1 });
  return [...all.values()].reduce((sum, count) => sum + count, 0);
}

/** What a row says. */
export function valueOf({ value, quality }: Pick<RecordedRow, 'value' | 'quality'>): number | string {
  if (value === undefined || quality === 'bad') return missing;
  if (typeof value !== 'object') return value;
  return value.level === 'unavailable' ? missing : value.level;
}
