import { allow } from '../allow.js';
import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { share } from '../share.js';

/** Something of which a share is counted: a machine, a data point. */
export interface Counted {
  /** Id or address. */
  readonly id: string;
  /** Whether it has what is counted, e.g. is connected; `undefined`: nobody knows. */
  readonly has: boolean | undefined;
}

/** Who has it, who has not, and of whom that is not known. */
export interface CountedShareInput {
  readonly having: readonly string[];
  readonly lacking: readonly string[];
  readonly unknown: readonly string[];
}

/** A share of a number of things, as a fraction of one. */
export interface CountedShare extends Kpi<CountedShareInput> {
  /** Share to reach; `undefined`: none was told. */
  readonly threshold: number | undefined;
  /** Whether it is reached however the unknown turn out; `undefined` where that depends on them. */
  readonly isReached: boolean | undefined;
}

/**
 * The share of things that have something, such as the connected share of equipment: having ÷ (having + lacking).
 *
 * Those of which it is not known lower the coverage; the bounds count them as lacking and as having it.
 *
 * @param threshold - share to reach, 0 to 1, e.g. from the rules of a programme. Default: none
 * @throws {RangeError} if the threshold is outside of 0 to 1
 *
 * @example
 * ```ts
 * countedShare([{ id: 'press', has: true }, { id: 'saw', has: false }], 0.7).isReached; // false
 * ```
 */
export function countedShare(items: readonly Counted[], threshold?: number): CountedShare {
  if (threshold !== undefined) allow(threshold >= 0 && threshold <= 1, 'threshold', threshold, '0 to 1');
  const idsOf = (has: boolean | undefined) => items.filter((item) => item.has === has).map(({ id }) => id);
  const inputs = { having: idsOf(true), lacking: idsOf(false), unknown: idsOf(undefined) };
  const open = inputs.unknown.length;
  const known = items.length - open;
  const figure = share(inputs, inputs.having.length, known, open, ratio(known, items.length));
  return { ...figure, threshold, isReached: isReached(figure.bounds, threshold) };
}

function isReached(bounds: Bounds | undefined, threshold: number | undefined): boolean | undefined {
  if (!bounds || threshold === undefined) return undefined;
  if (bounds.low >= threshold) return true;
  return bounds.high < threshold ? false : undefined;
}
