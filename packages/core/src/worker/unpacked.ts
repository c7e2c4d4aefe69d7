import { amountOf, type FunctionParts, lookup, partsOf } from './plain-function.js';
import type { SeriesColumns } from './series-columns.js';
import { seriesOf } from './series-of.js';

/** Arguments as they were before `packed`: columns are series again, plain functions are functions. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(unpacked);
  if (value instanceof Map) return new Map(Array.from(value, ([key, part]) => [key, unpacked(part)]));
  if (value instanceof Set) return value;
  if ('columnsOf' in value) return seriesOf(value as SeriesColumns);
  if ('functionOf' in value) return plainFunction((value as { functionOf: FunctionParts }).functionOf);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpacked(part)]));
}

function plainFunction(madeOf: FunctionParts): unknown {
  if ('table' in madeOf) return lookup(madeOf.table, madeOf.otherwise);
  const { parts, perHour } = madeOf;
  return perHour === undefined ? partsOf(parts) : amountOf(parts, perHour);
}
