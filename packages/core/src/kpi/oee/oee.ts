import { allow } from '../allow.js';
import type { Bounds, Kpi, KpiWarning } from '../kpi.js';
import { plus } from '../plus.js';
import { ratio } from '../ratio.js';
import { shareBounds } from '../share.js';

/**
 * Times and counts of an equipment over an interval, or the sums of several. All times share one unit.
 *
 * The names in brackets are those of ISO 22400-2.
 */
export interface OeeInput {
  /** Time in which it was planned to produce (PBT). */
  readonly plannedTime: number;
  /** Part of the planned time for which there is no trustworthy state. */
  readonly unknownTime: number;
  /** Part of the planned time in which it really produced (APT). */
  readonly productionTime: number;
  /** Σ planned runtime per item × produced quantity (PRI × PQ): the time the products should have taken. */
  readonly idealTime: number | undefined;
  /** Σ planned runtime per item × good quantity (PRI × GQ); below 0 where more was rejected than produced. */
  readonly idealGoodTime: number | undefined;
  /** Produced quantity (PQ), good or not. */
  readonly producedCount: number | undefined;
  /** Good quantity (GQ): right the first time; below 0 where more was rejected than produced. */
  readonly goodCount: number | undefined;
}

/**
 * Overall equipment effectiveness with its factors, as fractions of one.
 *
 * A figure without a basis is `undefined`, never 0: equipment that was not planned has no availability.
 */
export interface Oee extends Kpi<OeeInput> {
  /** Production time ÷ known planned time. */
  readonly availability: number | undefined;
  readonly availabilityBounds: Bounds | undefined;
  /** Ideal time ÷ production time. Above 1 says that the ideal cycle is set too long. */
  readonly performance: number | undefined;
  /** Ideal time of the good ÷ ideal time of all: good ÷ produced, weighted where cycles differ. */
  readonly quality: number | undefined;
}

/**
 * Calculates the OEE of an equipment after ISO 22400-2: availability × effectiveness × quality ratio, which
 * cancels down to PRI × GQ ÷ PBT.
 *
 * Time without data is left out of the planned time and reported as coverage. The bounds say what the figure would
 * be if all of it had been lost, and if all of it had been fully productive (or as good as the known time, where
 * that is better). Nothing is clamped. Pieces may be rejected later than they were counted, so that of a short time less
 * than none is left: then it is as if the good had not been counted (warning `noGoodCount`).
 *
 * @throws {RangeError} if a time or the produced count is negative, an input not a number, or the parts exceed the planned time
 *
 * @example
 * ```ts
 * // oee.com: 420 min planned, 47 min down, 1 s a piece, 19 271 pieces, 423 of them rejected: 74.79 %
 * oee({
 *   plannedTime: 420, unknownTime: 0, productionTime: 373,
 *   idealTime: 19271 / 60, idealGoodTime: 18848 / 60, producedCount: 19271, goodCount: 18848,
 * }).value;
 * ```
 */
export function oee(input: OeeInput): Oee {
  check(input);
  const { plannedTime, unknownTime, productionTime, idealTime, producedCount } = input;
  const isBelowNone = Math.min(input.idealGoodTime ?? 0, input.goodCount ?? 0) < 0;
  const { idealGoodTime, goodCount }: Partial<OeeInput> = isBelowNone ? {} : input;
  const knownTime = plannedTime - unknownTime;
  const performance = ratio(idealTime, productionTime);
  const availabilityBounds = shareBounds(productionTime, knownTime, unknownTime);
  const warnings: KpiWarning[] = [];
  if ((performance ?? 0) > 1) warnings.push({ key: 'performanceAboveOne', subjects: [] });
  if (isBelowNone) warnings.push({ key: 'noGoodCount', subjects: [] });
  return {
    // The product of the three factors, cancelled down: it stays 0 when the equipment was planned but stood
    // still, where performance and quality have no basis.
    value: ratio(idealGoodTime, knownTime),
    // Without a known ideal time it may be anything up to the availability.
    bounds:
      shareBounds(idealGoodTime, knownTime, unknownTime) ??
      (availabilityBounds && { ...availabilityBounds, low: 0 }),
    coverage: ratio(knownTime, plannedTime),
    inputs: input,
    warnings,
    availability: ratio(productionTime, knownTime),
    availabilityBounds,
    performance,
    quality: ratio(idealGoodTime, idealTime) ?? ratio(goodCount, producedCount),
  };
}

function check(input: OeeInput): void {
  // A list of names and no Object.entries: this runs for each of a thousand machines.
  for (const name of inputNames) {
    const value = input[name] ?? 0;
    allow(Number.isFinite(value) && (value >= 0 || /good/i.test(name)), name, value, '0 or more');
  }
  const { plannedTime, unknownTime, productionTime } = input;
  // A billionth of slack, because times given in minutes or hours are sums of fractions. A text is made only where it is told.
  if (unknownTime + productionTime > plannedTime * (1 + 1e-9)) {
    allow(false, 'productionTime', productionTime, `at most ${plannedTime - unknownTime}`);
  }
}

/**
 * Adds the inputs of several equipments, so that their common OEE is made of sums and never of averages. A count
 * that one of them lacks is missing in the sum too.
 */
export function sumOfOeeInputs(inputs: readonly OeeInput[]): OeeInput {
  if (inputs.length === 1) return inputs[0];
  const sums = inputNames.map((name) => [
    name,
    inputs.reduce<number | undefined>((sum, input) => plus(sum, input[name]), 0),
  ]);
  // Times are never missing, so neither is their sum.
  return Object.fromEntries(sums) as OeeInput;
}

const inputNames = [
  'plannedTime',
  'unknownTime',
  'productionTime',
  'idealTime',
  'idealGoodTime',
  'producedCount',
  'goodCount',
] as const;
