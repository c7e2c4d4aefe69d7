import type { IndicatorId } from '../../model/figure-types.js';
import { allow, finiteValue } from '../allow.js';
import type { Bounds, Kpi } from '../kpi.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';

/** How an indicator was calculated; `told`: by somebody, outside. The key of its words. */
export type IndicatorCalculation =
  /** Good units ÷ planned hours. */
  | 'goodUnitsPerPlannedHour'
  /** Good units ÷ kilograms of standard coal equivalent. */
  | 'goodUnitsPerKgce'
  /** Good units ÷ kWh: 1 ÷ specific energy consumption. */
  | 'goodUnitsPerKwh'
  /** (scrap + rework) ÷ produced: (SQ + RQ) ÷ PQ. */
  | 'badPerProduced'
  | 'told';

/** What an indicator is now, with what that was made of. */
export interface IndicatorValue {
  readonly value: number | undefined;
  readonly calculation: IndicatorCalculation;
  /** Least and most it can be; `undefined` where nothing can be said. */
  readonly bounds: Bounds | undefined;
  /** Share of the time for which there is data; `undefined` for what was told. */
  readonly coverage: number | undefined;
  /** Numbers it was calculated from, by name, e.g. `goodCount`. */
  readonly parts: Readonly<Record<string, number | undefined>>;
}

/** An indicator before, now, and as it should be. */
export interface EconomicIndicatorInput {
  readonly id: IndicatorId;
  /** What it was before, in the unit of the value. */
  readonly baseline: number;
  /** Relative change to reach, e.g. 0.2 or −0.3. Default: {@link usualTargetChanges}. */
  readonly targetChange?: number;
  readonly current: IndicatorValue;
}

/** The relative change of an indicator; the value is (now − before) ÷ before, as a fraction of one. */
export interface EconomicIndicator extends Kpi<EconomicIndicatorInput> {
  readonly id: IndicatorId;
  /** Which way is better. */
  readonly direction: 'up' | 'down';
  /** Relative change to reach. */
  readonly targetChange: number;
  /** What it has to be in the end, in the unit of the value. */
  readonly targetValue: number;
  /** Whether the change is as far as the target or farther, in the good direction. */
  readonly isReached: boolean | undefined;
  /** Change ÷ target change: 1 at the target, below 0 the wrong way; `undefined` where no change is wanted. */
  readonly shareOfWay: number | undefined;
}

/**
 * The relative changes to reach of the five indicators, as named for digital workshops in Zhejiang in 2019; others give
 * their own. Their sign says which way is better.
 */
export const usualTargetChanges: Readonly<Record<IndicatorId, number>> = {
  productionEfficiency: 0.2,
  energyUtilization: 0.1,
  operatingCost: -0.2,
  developmentCycle: -0.3,
  defectRate: -0.2,
};

/**
 * Compares an economic indicator with its baseline and its target: change = (now − before) ÷ before.
 *
 * Nothing can be said against a baseline of 0 (warning `noBaseline`). A target that asks for a change the wrong way is
 * compared as it stands and said (`targetAgainstDirection`); a value told by hand is said too (`toldByHand`), so that it
 * never passes for a measured one.
 *
 * @throws {RangeError} if the baseline is below 0, or a number is not finite
 *
 * @example
 * ```ts
 * // 52 good units an hour after 40: +30 %, one and a half times the way to +20 %.
 * economicIndicator({ id: 'productionEfficiency', baseline: 40, current });
 * ```
 */
export function economicIndicator(input: EconomicIndicatorInput): EconomicIndicator {
  const { id, baseline, current } = input;
  const usual = usualTargetChanges[id];
  const { targetChange = usual } = input;
  allow(baseline >= 0 && baseline < Infinity, 'baseline', baseline, '0 or more');
  allow(Number.isFinite(targetChange), 'targetChange', targetChange, 'a finite number');
  finiteValue(current.value ?? 0);
  const changeOf = (found: number | undefined) => ratio(plus(found, -baseline), baseline);
  const value = changeOf(current.value);
  const isKnown = current.value !== undefined;
  const found = {
    noBaseline: baseline === 0,
    noIndicatorValue: !isKnown,
    toldByHand: isKnown && current.calculation === 'told',
    targetAgainstDirection: usual * targetChange < 0,
  };
  return {
    id,
    value,
    bounds: isKnown ? boundsOf(changeOf(current.bounds?.low), changeOf(current.bounds?.high)) : undefined,
    coverage: current.coverage,
    inputs: input,
    warnings: Object.entries(found).flatMap(([key, holds]) => (holds ? { key, subjects: [id] } : [])),
    direction: usual > 0 ? 'up' : 'down',
    targetChange,
    targetValue: baseline * (1 + targetChange),
    // A billionth of slack: 0.72 after 0.9 is −20 %, whatever binary fractions make of it.
    isReached: value === undefined ? undefined : Math.sign(usual) * (value - targetChange) >= -1e-9,
    shareOfWay: ratio(value, targetChange),
  };
}
