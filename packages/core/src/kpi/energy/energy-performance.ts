import type { Bounds, Kpi, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';
import { type Regression, regressionPrediction } from '../statistics/regression.js';
import { studentTQuantile } from '../statistics/student-t.js';
import type { EnergyBaselineModel } from './energy-baseline.js';
import { type EnergyPeriod, isCompleteEnergyPeriod } from './energy-period.js';

/** One period against the baseline. What is missing in the period is `undefined` here. */
export interface EnergyPerformancePeriod {
  readonly actual: number | undefined;
  /** What the baseline expects with the drivers of this period. */
  readonly expected: number | undefined;
  /** Prediction interval of the energy: where it lies without any change of performance. */
  readonly expectedBounds: Bounds | undefined;
  /** Actual − expected: above 0 is more than expected. */
  readonly difference: number | undefined;
  /** Running sum of the differences; a period without one leaves it as it was. */
  readonly cumulativeSum: number;
  /** Names of the drivers that lie outside of what the baseline has seen: the expected energy is extrapolated. */
  readonly beyond: readonly string[];
}

/** Sums over the periods that have both an actual and an expected energy. */
export interface EnergyPerformanceInput {
  readonly model: EnergyBaselineModel;
  /** Probability of the prediction intervals. */
  readonly confidence: number;
  readonly periods: readonly EnergyPerformancePeriod[];
  /** How many periods the sums are made of. */
  readonly used: number;
  readonly actual: number;
  readonly expected: number;
  /** Sums of the drivers. */
  readonly driverSums: readonly number[];
}

/** Energy performance against a baseline; the value is the EnPI, actual ÷ expected: 1 is as in the baseline. */
export interface EnergyPerformance extends Kpi<EnergyPerformanceInput> {
  /** Σ actual − Σ expected: above 0 is waste, below 0 a saving. The last cumulative sum. */
  readonly difference: number | undefined;
  /** (expected − actual) ÷ expected, as a fraction of one. */
  readonly saving: number | undefined;
  /** Prediction interval of Σ expected. An actual sum inside of it is no proof of a change. */
  readonly expectedBounds: Bounds | undefined;
}

/**
 * Compares the energy of periods with what a baseline expects for their drivers: difference, its cumulative sum (CUSUM),
 * energy performance indicator (EnPI) and saving (ISO 50006:2023).
 *
 * The difference is actual − expected, so a rising cumulative sum is waste and a kink is a change of performance. Over the
 * baseline itself it ends at 0. Some texts turn the sign round: say on the axis which one it is.
 *
 * Periods that lack their energy or a driver do not enter; then there are no bounds, because nothing can be said of them.
 * The doubt about what was expected is not in the bounds but in `expectedBounds`.
 *
 * @param periods - in time order, as long as those of the baseline
 * @param confidence - probability of the prediction intervals, above 0 and below 1. Default 0.95
 * @throws {RangeError} if a period has another number of drivers, a number is not finite, or the confidence is out of
 *   its range
 */
export function energyPerformance(
  model: EnergyBaselineModel,
  periods: readonly EnergyPeriod[],
  confidence = 0.95,
): EnergyPerformance {
  const nothing = {
    model,
    confidence,
    periods: [],
    used: 0,
    actual: 0,
    expected: 0,
    driverSums: model.drivers.map(() => 0),
  };
  return performanceOf(added(nothing, periods));
}

/**
 * The same with more periods after those it was made of: what was calculated stays. It equals the performance of all
 * periods at once.
 *
 * @throws {RangeError} if a period has another number of drivers, or a number is not finite
 */
export function continuedEnergyPerformance(
  { inputs }: EnergyPerformance,
  periods: readonly EnergyPeriod[],
): EnergyPerformance {
  return performanceOf(added(inputs, periods));
}

function added(input: EnergyPerformanceInput, added: readonly EnergyPeriod[]): EnergyPerformanceInput {
  const { model, confidence } = input;
  const factor = toBound(model.fit, confidence);
  const periods = [...input.periods];
  const driverSums = [...input.driverSums];
  let { used, actual, expected } = input;
  let cumulativeSum = periods[periods.length - 1]?.cumulativeSum ?? 0;
  for (const period of added) {
    const enters = isCompleteEnergyPeriod(period, model.drivers.length) && model.fit !== undefined;
    const figures = expectation(model, period, factor);
    const difference = enters ? (period.energy as number) - (figures.expected as number) : undefined;
    if (difference !== undefined) {
      used++;
      actual += period.energy as number;
      expected += figures.expected as number;
      cumulativeSum += difference;
      period.drivers.forEach((value, index) => (driverSums[index] += value as number));
    }
    periods.push({ actual: period.energy, ...figures, difference, cumulativeSum });
  }
  return { model, confidence, periods, used, actual, expected, driverSums };
}

type Expectation = Pick<EnergyPerformancePeriod, 'expected' | 'expectedBounds' | 'beyond'>;

function expectation(
  { fit, drivers, ranges }: EnergyBaselineModel,
  period: EnergyPeriod,
  factor: number | undefined,
): Expectation {
  const row = period.drivers.filter((value) => value !== undefined);
  if (fit === undefined || row.length < drivers.length) {
    return { expected: undefined, expectedBounds: undefined, beyond: [] };
  }
  const { value, standardError } = regressionPrediction(fit, row);
  return {
    expected: value,
    expectedBounds: around(value, standardError, factor),
    beyond: drivers.filter((_, index) => row[index] < ranges[index].low || row[index] > ranges[index].high),
  };
}

function performanceOf(inputs: EnergyPerformanceInput): EnergyPerformance {
  const { model, periods, used, actual, expected, driverSums, confidence } = inputs;
  const { fit, drivers } = model;
  const hasBasis = fit !== undefined && used > 0;
  const value = hasBasis ? ratio(actual, expected) : undefined;
  const sum = hasBasis ? regressionPrediction(fit, driverSums, used) : undefined;
  const warnings: KpiWarning[] = [...model.warnings];
  if (fit === undefined) warnings.push({ key: 'noBaseline', subjects: [] });
  const missing = periods.length - used;
  if (fit !== undefined && missing > 0) {
    warnings.push({ key: 'missingPeriods', subjects: [String(missing), String(periods.length)] });
  }
  for (const driver of drivers) {
    const count = periods.filter(({ beyond }) => beyond.includes(driver)).length;
    if (count > 0) warnings.push({ key: 'beyondBaseline', subjects: [driver, String(count)] });
  }
  return {
    value,
    bounds: value !== undefined && missing === 0 ? { low: value, high: value } : undefined,
    coverage: ratio(used, periods.length),
    inputs,
    warnings,
    difference: hasBasis ? periods[periods.length - 1].cumulativeSum : undefined,
    saving: hasBasis ? ratio(expected - actual, expected) : undefined,
    expectedBounds: sum && around(sum.value, sum.standardError, toBound(fit, confidence)),
  };
}

/** Standard errors from the expected value to the end of its prediction interval. */
function toBound(fit: Regression | undefined, confidence: number): number | undefined {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`invalid confidence: ${confidence}, allowed: above 0 and below 1`);
  }
  if (fit === undefined || fit.degreesOfFreedom === 0) return undefined;
  return studentTQuantile((1 + confidence) / 2, fit.degreesOfFreedom);
}

function around(
  value: number,
  standardError: number | undefined,
  factor: number | undefined,
): Bounds | undefined {
  if (standardError === undefined || factor === undefined) return undefined;
  return { low: value - factor * standardError, high: value + factor * standardError };
}
