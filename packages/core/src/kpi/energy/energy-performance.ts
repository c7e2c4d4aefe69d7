import { allow } from '../allow.js';
import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { boundsOf } from '../share.js';
import { regressionPrediction } from '../statistics/regression.js';
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
  const inputs = {
    model,
    confidence,
    periods: [],
    used: 0,
    actual: 0,
    expected: 0,
    driverSums: model.drivers.map(() => 0),
  };
  return continuedEnergyPerformance({ inputs }, periods);
}

/**
 * The same with more periods after those it was made of: what was calculated stays. It equals the performance of all
 * periods at once.
 *
 * @throws {RangeError} if a period has another number of drivers, or a number is not finite
 */
export function continuedEnergyPerformance(
  before: Pick<EnergyPerformance, 'inputs'>,
  more: readonly EnergyPeriod[],
): EnergyPerformance {
  const { model, confidence } = before.inputs;
  const { fit, drivers, ranges } = model;
  allow(confidence > 0 && confidence < 1, 'confidence', confidence, 'above 0 and below 1');
  // Standard errors from the expected value to the end of its prediction interval.
  const factor = fit?.degreesOfFreedom ? studentTQuantile((1 + confidence) / 2, fit.degreesOfFreedom) : 0;
  const expectation = (row: readonly number[], count: number) => {
    if (!fit || row.length < drivers.length)
      return { expected: undefined, expectedBounds: undefined, beyond: [] };
    const { value, standardError } = regressionPrediction(fit, row, count);
    const half = standardError === undefined ? undefined : factor * standardError;
    return {
      expected: value,
      expectedBounds: half === undefined ? half : { low: value - half, high: value + half },
      beyond: drivers.filter((_, index) => row[index] < ranges[index].low || row[index] > ranges[index].high),
    };
  };
  const periods = [...before.inputs.periods];
  let { used, actual, expected, driverSums } = before.inputs;
  for (const period of more) {
    const isComplete = isCompleteEnergyPeriod(period, drivers.length);
    const row = period.drivers.filter((value) => value !== undefined);
    const figures = expectation(row, 1);
    let difference: number | undefined;
    if (isComplete && figures.expected !== undefined) {
      used++;
      actual += period.energy;
      expected += figures.expected;
      driverSums = driverSums.map((sum, index) => sum + row[index]);
      difference = period.energy - figures.expected;
    }
    periods.push({ ...figures, actual: period.energy, difference, cumulativeSum: actual - expected });
  }
  const missing = periods.length - used;
  const value = used > 0 ? ratio(actual, expected) : undefined;
  const warnings = [...model.warnings];
  const warn = (key: string, ...subjects: unknown[]) =>
    warnings.push({ key, subjects: subjects.map(String) });
  if (!fit) warn('noBaseline');
  else if (missing > 0) warn('missingPeriods', missing, periods.length);
  for (const driver of drivers) {
    const count = periods.filter(({ beyond }) => beyond.includes(driver)).length;
    if (count > 0) warn('beyondBaseline', driver, count);
  }
  return {
    value,
    bounds: missing === 0 ? boundsOf(value, value) : undefined,
    coverage: ratio(used, periods.length),
    inputs: { model, confidence, periods, used, actual, expected, driverSums },
    warnings,
    difference: used > 0 ? actual - expected : undefined,
    saving: value === undefined ? undefined : 1 - value,
    expectedBounds: used > 0 ? expectation(driverSums, used).expectedBounds : undefined,
  };
}
