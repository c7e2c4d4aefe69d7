import { type Interval, intersection, totalDuration } from '../time/interval.js';

/** A function that is made of plain data and so can be sent to a worker, where other functions cannot go. */
export interface PlainFunction {
  /** What it is made of. */
  readonly madeOf: FunctionParts;
}

/** A table of values by key, or intervals, or intervals with an amount an hour. */
export type FunctionParts =
  | { readonly table: Readonly<Record<string, unknown>>; readonly otherwise: unknown }
  | { readonly parts: readonly Interval[]; readonly perHour?: number };

/** What {@link lookup} makes. */
export interface Lookup<Value> extends PlainFunction {
  /** The value of a key, e.g. of a product; the other value for a key that is not in the table or not known. */
  (key: string | undefined): Value | undefined;
}

/** What {@link partsOf} makes. */
export interface PartsOf extends PlainFunction {
  /** What of the intervals lies in an interval, in time order. */
  (interval: Interval): readonly Interval[];
}

/** What {@link amountOf} makes. */
export interface AmountOf extends PlainFunction {
  /** The amount of an interval. */
  (interval: Interval): number;
}

/**
 * Makes a function of a table, for figures that ask for a function: `idealCycle: lookup({ gear: 60_000 }, 45_000)`.
 *
 * @param table - value by key
 * @param otherwise - the value for any other key; default: none
 */
export function lookup<Value>(table: Readonly<Record<string, Value>>, otherwise?: Value): Lookup<Value> {
  const find = (key: string | undefined) =>
    key !== undefined && Object.hasOwn(table, key) ? table[key] : otherwise;
  return Object.assign(find, { madeOf: { table, otherwise } });
}

/**
 * Makes a function of intervals, for figures that ask what of a time is planned: `planned: partsOf(shifts)`. Only what
 * lies in these intervals is planned, so they have to reach as far as the figure asks.
 *
 * @param parts - in time order, not overlapping
 */
export function partsOf(parts: readonly Interval[]): PartsOf {
  const within = (interval: Interval) => parts.flatMap((part) => intersection(part, interval) ?? []);
  return Object.assign(within, { madeOf: { parts } });
}

/**
 * Makes a function of intervals and an amount an hour of them, for the plan of `production()`:
 * `{ time: partsOf(shifts), amount: amountOf(shifts, 60) }`.
 *
 * @param parts - in time order, not overlapping
 */
export function amountOf(parts: readonly Interval[], perHour: number): AmountOf {
  const within = partsOf(parts);
  const amount = (interval: Interval) => (perHour * totalDuration(within(interval))) / 3_600_000;
  return Object.assign(amount, { madeOf: { parts, perHour } });
}
