import { lookup } from './lookup.js';
import type { SeriesColumns } from './series-columns.js';
import { seriesOf } from './series-of.js';

/** Arguments as they were before `packed`: columns are series again, tables are lookups. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(unpacked);
  if (value instanceof Map) return new Map(Array.from(value, ([key, part]) => [key, unpacked(part)]));
  if (value instanceof Set) return value;
  if ('columnsOf' in value) return seriesOf(value as SeriesColumns);
  if ('lookupOf' in value) {
    const { lookupOf, otherwise } = value as { lookupOf: Record<string, unknown>; otherwise?: unknown };
    return lookup(lookupOf, otherwise);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpacked(part)]));
}
