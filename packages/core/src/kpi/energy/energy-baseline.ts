import type { Bounds, KpiWarning } from '../kpi.js';
import {
  leastSquares,
  type NoRegressionReason,
  type Regression,
  regressionPrediction,
} from '../statistics/regression.js';
import { type EnergyPeriod, isCompleteEnergyPeriod } from './energy-period.js';

/** When a baseline is good enough. What is worse is a warning, never a refusal. */
export interface EnergyBaselineChecks {
  /** Fewest periods. Default 12. */
  readonly minimumPeriods: number;
  /** Least R². Default 0.75. */
  readonly minimumDetermination: number;
  /** Greatest p-value of a driver. Default 0.05. */
  readonly maximumPValue: number;
  /** Greatest CV(RMSE). Default 0.2. */
  readonly maximumVariation: number;
  /** Least and greatest Durbin–Watson statistic; 2 says that neighbours are independent. Default 1.5 to 2.5. */
  readonly durbinWatson: Bounds;
  /** Greatest residual ÷ its own standard deviation. Default 3. */
  readonly maximumResidual: number;
}

/** An energy baseline (EnB): base load, and the energy that each unit of a driver takes. */
export interface EnergyBaselineModel {
  /** Names of the drivers. */
  readonly drivers: readonly string[];
  /** The intercept is the base load of a period, the slopes are energies a unit of their driver. */
  readonly fit: Regression | undefined;
  /** Why there is no fit. */
  readonly reason: NoRegressionReason | undefined;
  /** Least and greatest value of each driver in the baseline. */
  readonly ranges: readonly Bounds[];
  /** Positions of the periods that the model is made of: those with energy and all drivers. */
  readonly used: readonly number[];
  /** Σ (residual − residual before)² ÷ Σ residual²: 0 to 4. */
  readonly durbinWatson: number | undefined;
  /** Positions of the periods whose residual is too large. */
  readonly outliers: readonly number[];
  /**
   * What a reader has to know before using it: `tooFewPoints`, `constantDriver` and `collinearDrivers` (there is no
   * model), `missingBaselinePeriods`, `fewBaselinePeriods`, `lowDetermination`, `insignificantDriver`, `highVariation`,
   * `negativeBaseLoad`, `residualTrend`, `residualAutocorrelation`, `residualOutliers`; each with the number found
   * and the number allowed.
   */
  readonly warnings: readonly KpiWarning[];
}

const defaults: EnergyBaselineChecks = {
  minimumPeriods: 12,
  minimumDetermination: 0.75,
  maximumPValue: 0.05,
  maximumVariation: 0.2,
  durbinWatson: { low: 1.5, high: 2.5 },
  maximumResidual: 3,
};

/**
 * Makes an energy baseline (EnB) by multiple linear regression: energy = base load + Σ marginal energy × driver
 * (ISO 50001:2018, ISO 50006:2023).
 *
 * Periods that lack their energy or a driver are left out. The checks are those of public workbenches (at least 10 to 12
 * periods, R² of 0.75); where those say no number, the default is a proposal.
 *
 * @param drivers - names, for warnings
 * @param periods - of the reference time, in time order
 * @throws {RangeError} if a period has another number of drivers, or a number is not finite
 *
 * @example
 * ```ts
 * energyBaseline(['pieces'], [{ energy: 620, drivers: [100] }, { energy: 720, drivers: [150] }, …]);
 * ```
 */
export function energyBaseline(
  drivers: readonly string[],
  periods: readonly EnergyPeriod[],
  checks: Partial<EnergyBaselineChecks> = {},
): EnergyBaselineModel {
  const used = [...periods.keys()].filter((position) =>
    isCompleteEnergyPeriod(periods[position], drivers.length),
  );
  // Only complete periods are left.
  const rows = used.map((position) => periods[position].drivers as readonly number[]);
  const values = used.map((position) => periods[position].energy as number);
  const { fit, reason, driver } = leastSquares(rows, values);
  const limits = { ...defaults, ...checks };
  const warnings: KpiWarning[] = [];
  const warn = (key: string, ...subjects: (string | number)[]) =>
    warnings.push({ key, subjects: subjects.map(shown) });
  if (used.length < periods.length)
    warn('missingBaselinePeriods', periods.length - used.length, periods.length);
  if (reason !== undefined) warn(reason, ...(driver === undefined ? [used.length] : [drivers[driver]]));
  const durbinWatson = fit && durbinWatsonOf(fit.residuals);
  const outliers = fit ? outliersOf(fit, rows, limits.maximumResidual).map((index) => used[index]) : [];
  if (fit) {
    checkFit(fit, drivers, limits, warn);
    checkResiduals(fit, durbinWatson, limits, warn);
    if (outliers.length > 0) warn('residualOutliers', ...outliers);
  }
  const ranges = drivers.map((_, index) => {
    const found = rows.map((row) => row[index]);
    return { low: Math.min(...found), high: Math.max(...found) };
  });
  return { drivers, fit, reason, ranges: fit ? ranges : [], used, durbinWatson, outliers, warnings };
}

type Warn = (key: string, ...subjects: (string | number)[]) => void;

function checkFit(
  fit: Regression,
  drivers: readonly string[],
  limits: EnergyBaselineChecks,
  warn: Warn,
): void {
  const { count, determination, coefficientOfVariation, intercept } = fit;
  if (count < limits.minimumPeriods) warn('fewBaselinePeriods', count, limits.minimumPeriods);
  if (determination !== undefined && determination < limits.minimumDetermination) {
    warn('lowDetermination', determination, limits.minimumDetermination);
  }
  fit.slopes.forEach(({ pValue }, index) => {
    if (pValue !== undefined && pValue > limits.maximumPValue) {
      warn('insignificantDriver', drivers[index], pValue, limits.maximumPValue);
    }
  });
  if (coefficientOfVariation !== undefined && coefficientOfVariation > limits.maximumVariation) {
    warn('highVariation', coefficientOfVariation, limits.maximumVariation);
  }
  if (intercept.value < 0) warn('negativeBaseLoad', intercept.value, 0);
}

function checkResiduals(
  { residuals, count }: Regression,
  durbinWatson: number | undefined,
  limits: EnergyBaselineChecks,
  warn: Warn,
): void {
  const trend = leastSquares(
    residuals.map((_, index) => [index]),
    residuals,
  ).fit?.slopes[0];
  if (trend?.pValue !== undefined && trend.pValue <= limits.maximumPValue) {
    warn('residualTrend', trend.value, trend.pValue, limits.maximumPValue);
  }
  const { low, high } = limits.durbinWatson;
  // Of a few points the statistic says nothing, and there is a warning of those already.
  const hasEnough = durbinWatson !== undefined && count >= limits.minimumPeriods;
  if (hasEnough && (durbinWatson < low || durbinWatson > high)) {
    warn('residualAutocorrelation', durbinWatson, low, high);
  }
}

function durbinWatsonOf(residuals: readonly number[]): number | undefined {
  let steps = 0;
  let squares = 0;
  residuals.forEach((residual, index) => {
    squares += residual * residual;
    if (index > 0) steps += (residual - residuals[index - 1]) ** 2;
  });
  return squares > 0 ? steps / squares : undefined;
}

/** Positions of the rows whose residual is large against its own standard deviation s √(1 − leverage). */
function outliersOf(fit: Regression, rows: readonly (readonly number[])[], limit: number): number[] {
  const deviation = fit.residualDeviation;
  if (!deviation) return [];
  return [...rows.keys()].filter((index) => {
    // The error of a new observation is s √(1 + leverage).
    const { standardError = deviation } = regressionPrediction(fit, rows[index]);
    const own = deviation * Math.sqrt(Math.max(0, 2 - (standardError / deviation) ** 2));
    return Math.abs(fit.residuals[index]) > limit * own && own > 0;
  });
}

/** Numbers in a sentence for people; the full ones stand in the model. */
function shown(subject: string | number): string {
  return typeof subject === 'number' ? String(Number(subject.toPrecision(4))) : subject;
}
