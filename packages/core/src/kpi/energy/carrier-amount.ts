import { allow } from '../allow.js';
import type { Bounds, Kpi } from '../kpi.js';
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
  let value: number | undefined;
  let bounds: Bounds | undefined = { low: 0, high: 0 };
  let [covered, count] = [0, 0];
  const without = new Set<string>();
  const parts = amounts.map((one) => {
    allow(Number.isFinite(one.amount ?? 0), 'amount', one.amount, 'a finite number');
    const factor = factorOf(one);
    if (factor === undefined) without.add(one.carrier);
    const part = {
      ...one,
      factor,
      value: factor && one.amount !== undefined ? one.amount * factor.factor : undefined,
    };
    if (factor === undefined) return part;
    if (part.value !== undefined) value = (value ?? 0) + part.value;
    bounds = bounds && plusBounds(bounds, one, factor.factor);
    covered += one.coverage ?? (one.amount === undefined ? 0 : 1);
    count++;
    return part;
  });
  return {
    value,
    bounds: count === 0 ? undefined : bounds,
    coverage: count === 0 ? undefined : covered / count,
    parts,
    without: [...without],
  };
}

function plusBounds(sum: Bounds, { amount, ...one }: CarrierAmount, factor: number): Bounds | undefined {
  const isExact = !('bounds' in one) && amount !== undefined;
  const bounds = isExact ? { low: amount, high: amount } : one.bounds;
  return bounds && { low: sum.low + bounds.low * factor, high: sum.high + bounds.high * factor };
}
