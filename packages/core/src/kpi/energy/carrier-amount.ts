import { allow } from '../allow.js';
import { distinct } from '../distinct.js';
import type { Bounds, Kpi } from '../kpi.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';
import { total } from '../total.js';
import type { CarrierFactor } from './factor-of-year.js';

/** How much of one carrier was used, in its own unit. Amounts of different carriers are never added as they are. */
export interface CarrierAmount {
  /** Id of the carrier, e.g. `electricity`. */
  readonly carrier: string;
  /** In the unit of the carrier, e.g. kWh or m³; `undefined` where nothing was measured. */
  readonly amount: number | undefined;
  /** The year in which it was used: chooses the factors. */
  readonly year: number;
  /** The least and the most that was used. Default: the amount, if it is known. */
  readonly bounds?: Bounds | undefined;
  /** Share of the time that was measured, 0 to 1. Default: 1 where the amount is known, else 0. */
  readonly coverage?: number | undefined;
}

/** An amount with what it was multiplied by. */
export interface ConvertedCarrier<Factor> extends CarrierAmount {
  /** `undefined`: there is none, so the amount is left out. */
  readonly factor: Factor | undefined;
  /** Amount × factor. */
  readonly value: number | undefined;
}

/** A sum of amounts × factors, and the carriers that have none. */
interface ConvertedSum<Factor> extends Pick<Kpi<unknown>, 'value' | 'bounds' | 'coverage'> {
  readonly parts: readonly ConvertedCarrier<Factor>[];
  readonly without: readonly string[];
}

/**
 * Σ amount × factor, over the amounts that have a factor.
 *
 * @throws {RangeError} if an amount is not a finite number
 */
export function convertedSum<Factor extends CarrierFactor>(
  amounts: readonly CarrierAmount[],
  factorOf: (amount: CarrierAmount) => Factor | undefined,
): ConvertedSum<Factor> {
  const parts = amounts.map((one) => {
    allow(Number.isFinite(one.amount ?? 0), 'amount', one.amount, 'a finite number');
    const factor = factorOf(one);
    return { ...one, factor, value: times(one.amount, factor) };
  });
  const counted = parts.filter(({ factor }) => factor !== undefined);
  const known = counted.flatMap(({ value }) => value ?? []);
  const none = counted.length > 0 ? 0 : undefined;
  const end = (name: keyof Bounds) =>
    counted
      .map((part) => times('bounds' in part ? part.bounds?.[name] : part.amount, part.factor))
      .reduce(plus, none);
  const covered = counted.map(({ coverage, amount }) => coverage ?? (amount === undefined ? 0 : 1));
  return {
    value: known.length > 0 ? total(known) : undefined,
    bounds: boundsOf(end('low'), end('high')),
    coverage: ratio(total(covered), covered.length),
    parts,
    without: distinct(parts.map(({ factor, carrier }) => (factor ? undefined : carrier))),
  };
}

function times(amount: number | undefined, factor: CarrierFactor | undefined): number | undefined {
  return amount === undefined || factor === undefined ? undefined : amount * factor.factor;
}
