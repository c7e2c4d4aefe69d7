import { allow } from '../allow.js';
import type { Kpi } from '../kpi.js';
import { boundsOf } from '../share.js';

/** What a power factor was made of. */
export interface PowerFactorInput {
  /** kWh. */
  readonly activeEnergy: number | undefined;
  /** kvarh. */
  readonly reactiveEnergy: number | undefined;
}

/** A mean power factor, as a fraction of one. */
export interface PowerFactor extends Kpi<PowerFactorInput> {
  /** Rounded to 0.01, half up: the figure that tariffs look at. */
  readonly rounded: number | undefined;
}

/** From one power factor on: how much dearer or cheaper the bill is. */
export interface PowerFactorStep {
  /** Power factor from which it holds, until that of the next step. */
  readonly from: number;
  /** Share of the bill there: 0.025 is a surcharge of 2.5 %, −0.0075 a reduction of 0.75 %. */
  readonly adjustment: number;
  /** By how much the share grows with each 0.01 of power factor above `from`; negative: it gets cheaper. Default 0. */
  readonly perHundredth?: number;
}

/**
 * Mean power factor from energies: |Ep| ÷ √(Ep² + Eq²). No value without an active or a reactive energy, or where both are
 * 0. Lagging and leading energy are told apart by tariffs only: give the one that yours looks at.
 *
 * @param activeEnergy - kWh of a period, e.g. of a month
 * @param reactiveEnergy - kvarh of the same period
 */
export function powerFactor(
  activeEnergy: number | undefined,
  reactiveEnergy: number | undefined,
): PowerFactor {
  const apparent = Math.hypot(activeEnergy ?? NaN, reactiveEnergy ?? NaN);
  const value = apparent > 0 ? Math.abs(activeEnergy ?? NaN) / apparent : undefined;
  return {
    value,
    bounds: boundsOf(value, value),
    coverage: value === undefined ? 0 : 1,
    inputs: { activeEnergy, reactiveEnergy },
    warnings: [],
    rounded: value && hundredths(value) / 100,
  };
}

/**
 * The share of the bill that a power factor adds or takes off, by the table of a tariff (e.g. 功率因数调整电费办法).
 *
 * @param factor - rounded to 0.01 here, as tariffs do
 * @param table - in ascending order of `from`
 * @returns `undefined` below the first step
 * @throws {RangeError} if the factor is not between 0 and 1, or the table is not in order
 */
export function powerFactorAdjustment(factor: number, table: readonly PowerFactorStep[]): number | undefined {
  allow(factor >= 0 && factor <= 1, 'power factor', factor, '0 to 1');
  table.forEach(({ from }, index) => {
    const before = table[index - 1]?.from ?? -Infinity;
    allow(from > before, 'from', from, `above ${before}`);
  });
  const step = table.findLast(({ from }) => hundredths(from) <= hundredths(factor));
  return step && step.adjustment + (step.perHundredth ?? 0) * (hundredths(factor) - hundredths(step.from));
}

/** In whole hundredths, so that 0.845 of a meter and 0.85 of a table meet. */
function hundredths(factor: number): number {
  return Math.round(Number((factor * 100).toPrecision(12)));
}
