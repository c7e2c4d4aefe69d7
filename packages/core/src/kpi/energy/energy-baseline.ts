import type { Bounds, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';
import { leastSquares, type Regression, regressionPrediction } from '../statistics/regression.js';
import { total } from '../total.js';
import { type EnergyPeriod, isCompleteEnergyPeriod } from './energy-period.js';

/** When a baseline is good enough, by the key of the warning. What is worse is warned of, never refused. */
export interface EnergyBaselineChecks {
  /** Fewest periods. Default 12. */
  readonly fewBaselinePeriods: number;
  /** Least R². Default 0.75. */
  readonly lowDetermination: number;
  /** Greatest p-value of a driver. Default 0.05. */
  readonly insignificantDriver: number;
  /** Greatest CV(RMSE). Default 0.2. */
  readonly highVariation: number;
  /** Least base load. Default 0. */
  readonly negativeBaseLoad: number;
  /** Least p-value of a trend of the residuals. Default 0.05. */
  readonly residualTrend: number;
  /** Least and greatest Durbin–Watson statistic; 2 says that neighbours are independent. Default 1.5 to 2.5. */
  readonly residualAutocorrelation: Bounds;
  /** Greatest residual ÷ its own standard deviation. Default 3. */
  readonly residualOutliers: number;
}

/** An energy baseline (EnB): base load, and the energy that each unit of a driver takes. */
export interface EnergyBaselineModel {
  /** Names of the drivers. */
  readonly drivers: readonly string[];
  /** The intercept is the base load of a period, the slopes are energies a unit of their driver. */
  readonly fit: Regression | undefined;
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
  fewBaselinePeriods: 12,
  lowDetermination: 0.75,
  insignificantDriver: 0.05,
  highVariation: 0.2,
  negativeBaseLoad: 0,
  residualTrend: 0.05,
  residualAutocorrelation: { low: 1.5, high: 2.5 },
  residualOutliers: 3,
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
  const complete = [...periods.entries()].flatMap(([position, period]) =>
    isCompleteEnergyPeriod(period, drivers.length) ? { position, ...period } : [],
  );
  const used = complete.map(({ position }) => position);
  const rows = complete.map((period) => period.drivers);
  const { fit, reason, driver } = leastSquares(
    rows,
    complete.map(({ energy }) => energy),
  );
  const warnings: KpiWarning[] = [];
  const warn = (key: string, ...subjects: (string | number)[]) =>
    warnings.push({ key, subjects: subjects.map(shown) });
  const missing = periods.length - used.length;
  if (missing > 0) warn('missingBaselinePeriods', missing, periods.length);
  if (!fit) {
    warn(reason, driver === undefined ? used.length : drivers[driver]);
    return { drivers, fit, ranges: [], used, durbinWatson: undefined, outliers: [], warnings };
  }
  const limits = { ...defaults, ...checks };
  type Limit = Exclude<keyof EnergyBaselineChecks, 'residualAutocorrelation'>;
  // What is not known is not compared.
  const atLeast = (key: Limit, found = NaN, ...about: number[]) => {
    if (found < limits[key]) warn(key, ...about, found, limits[key]);
  };
  const atMost = (key: Limit, found = NaN, ...about: string[]) => {
    if (found > limits[key]) warn(key, ...about, found, limits[key]);
  };
  const { count, residualDeviation = 0, residuals } = fit;
  atLeast('fewBaselinePeriods', count);
  atLeast('lowDetermination', fit.determination);
  fit.slopes.forEach(({ pValue }, index) => atMost('insignificantDriver', pValue, drivers[index]));
  atMost('highVariation', fit.coefficientOfVariation);
  atLeast('negativeBaseLoad', fit.intercept.value);
  const places = residuals.map((_, index) => [index]);
  const trend = leastSquares(places, residuals).fit?.slopes[0];
  atLeast('residualTrend', trend?.pValue, trend?.value ?? 0);
  const steps = residuals.slice(1).map((residual, index) => (residual - residuals[index]) ** 2);
  const durbinWatson = ratio(total(steps), total(residuals.map((residual) => residual ** 2)));
  const { low, high } = limits.residualAutocorrelation;
  // Of a few points the statistic says nothing, and there is a warning of those already.
  const judged = count < limits.fewBaselinePeriods ? undefined : durbinWatson;
  if (judged !== undefined && (judged < low || judged > high))
    warn('residualAutocorrelation', judged, low, high);
  const outliers = used.filter((_, index) => {
    // The variance of a new observation is s² (1 + leverage), that of a residual s² (1 − leverage).
    const { standardError = 0 } = regressionPrediction(fit, rows[index]);
    const own = 2 * residualDeviation ** 2 - standardError ** 2;
    return own > 0 && residuals[index] ** 2 > limits.residualOutliers ** 2 * own;
  });
  if (outliers.length > 0) warn('residualOutliers', ...outliers);
  const ranges = drivers.map((_, index) => {
    const found = rows.map((row) => row[index]);
    return { low: Math.min(...found), high: Math.max(...found) };
  });
  return { drivers, fit, ranges, used, durbinWatson, outliers, warnings };
}

/** Numbers in a sentence for people; the full ones stand in the model. */
function shown(subject: string | number): string {
  return typeof subject === 'number' ? String(Number(subject.toPrecision(4))) : subject;
}
