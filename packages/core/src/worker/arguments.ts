import type { Interval } from '../time/interval.js';
import type { PlainFunction } from './plain-function.js';
import { type AnySeries, buffersOf, seriesColumns } from './series-columns.js';

/**
 * Arguments of a figure, or its result, as data that can be posted: series as columns, functions as what they are made of, typed arrays as copies.
 *
 * @param within - what of the series is taken; default: all
 * @param buffers - gets the buffers that are to be transferred
 * @param path - where in the arguments the value stands, for the message
 * @throws {TypeError} if a value cannot go to a worker: a function that is not plain, an object with methods
 */
export function packed(
  value: unknown,
  within: Interval | undefined,
  buffers: ArrayBuffer[],
  path = 'arguments',
): unknown {
  if (typeof value === 'function' && 'madeOf' in value)
    return { functionOf: (value as PlainFunction).madeOf };
  if (typeof value === 'function' || typeof value === 'symbol') refuse(typeof value, path);
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const copy = (value as Uint8Array<ArrayBuffer>).slice();
    buffers.push(copy.buffer);
    return copy;
  }
  if (isSeries(value)) {
    const columns = seriesColumns(value, within);
    buffers.push(...buffersOf(columns));
    return columns;
  }
  const inner = (part: unknown, key: unknown) => packed(part, within, buffers, `${path}.${String(key)}`);
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Map) return new Map(Array.from(value, ([key, part]) => [key, inner(part, key)]));
  if (value instanceof Set) return value;
  if (!isPlain(value)) refuse(value.constructor.name, path);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part, key)]));
}

function isSeries(value: object): value is AnySeries {
  return 'kind' in value && 'append' in value && 'covered' in value;
}

/** Also of another frame, whose `Object` is another one. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(found: string, path: string): never {
  throw new TypeError(
    `invalid ${path}: ${found}, allowed: plain data, series, lookup(), partsOf(), amountOf()`,
  );
}
