import { allow } from './allow.js';
import type { Bounds, Kpi, KpiWarning } from './kpi.js';
import { plus } from './plus.js';
import { ratio } from './ratio.js';

/**
 * A figure that is a share: `part ÷ whole` of what is known.
 *
 * The bounds say what it would be if `open` more belonged to the whole, none of it or all of it to the part. A known
 * share above one stays the upper end where nothing raises it.
 *
 * @param inputs - what it was made of; its numbers are checked
 * @param open - how much may be missing, in the unit of the whole; `Infinity`: nobody can say
 * @throws {RangeError} if a number of the inputs is negative or not finite
 */
export function share<Inputs extends object>(
  inputs: Inputs,
  part: number | undefined,
  whole: number | undefined,
  open: number,
  coverage: number | undefined,
  warnings: readonly KpiWarning[] = [],
): Kpi<Inputs> {
  checkAmounts(inputs);
  return {
    value: ratio(part, whole),
    bounds: shareBounds(part, whole, open),
    coverage,
    inputs,
    warnings,
  };
}

/** Bounds of a share if `open` more belonged to the whole, none of it or all of it to the part. */
export function shareBounds(
  part: number | undefined,
  whole: number | undefined,
  open: number,
): Bounds | undefined {
  if (part === undefined || whole === undefined || whole + open === 0) return undefined;
  // Without a limit to what is missing, the known part does not weigh.
  const most = open === Infinity ? 1 : (part + open) / (whole + open);
  return { low: part / (whole + open), high: Math.max(ratio(part, whole) ?? 0, most) };
}

/**
 * Bounds of `amount ÷ basis` where the basis is fixed and up to `open` may be missing of the amount. `Infinity` as the
 * upper end: no limit is known.
 */
export function amountBounds(
  amount: number | undefined,
  basis: number | undefined,
  open: number,
): Bounds | undefined {
  return boundsOf(ratio(amount, basis), ratio(plus(amount, open), basis));
}

/** Bounds of two ends; `undefined` where one of them is missing. */
export function boundsOf(low: number | undefined, high: number | undefined): Bounds | undefined {
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** The product of figures that do not depend on each other, as far as anyone knows; none without any. */
export function product(
  factors: readonly Pick<Kpi<unknown>, 'value' | 'bounds'>[],
): Pick<Kpi<unknown>, 'value' | 'bounds'> {
  const of = (part: (factor: (typeof factors)[number]) => number | undefined) =>
    factors
      .map(part)
      .reduce(
        (a, b) => (a === undefined || b === undefined ? undefined : a * b),
        factors.length > 0 ? 1 : undefined,
      );
  return {
    value: of(({ value }) => value),
    bounds: boundsOf(
      of(({ bounds }) => bounds?.low),
      of(({ bounds }) => bounds?.high),
    ),
  };
}

/** @throws {RangeError} if one of the numbers in an object is negative or not finite */
export function checkAmounts(inputs: object): void {
  for (const [name, value] of Object.entries(inputs) as [string, unknown][]) {
    allow(typeof value !== 'number' || (value >= 0 && value < Infinity), name, value, '0 or more');
  }
}
