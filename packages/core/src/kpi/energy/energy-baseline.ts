import type { Bounds, KpiWarning } from '../kpi.js';
import { ratio } from '../ratio.js';
import { total } from '../total.js';
import { leastSquares, type Regression, regressionPrediction } from '../statistics/regression.js';
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
  const warnIf = (holds: boolean, key: string, ...subjects: (string | number)[]) => {
    if (holds) warnings.push({ key, subjects: subjects.map(shown) });
  };
  const missing = periods.length - used.length;
  warnIf(missing > 0, 'missingBaselinePeriods', missing, periods.length);
  if (!fit) {
    warnIf(true, reason, driver === undefined ? used.length : drivers[driver]);
    return { drivers, fit, ranges: [], used, durbinWatson: undefined, outliers: [], warnings };
  }
  const { minimumPeriods, minimumDetermination, maximumPValue, maximumVariation, ...limits } = {
    ...defaults,
    ...checks,
  };
  // What is not known is not compared.
  const { count, determination = NaN, coefficientOfVariation = NaN, residualDeviation = 0, residuals } = fit;
  const base = fit.intercept.value;
  warnIf(count < minimumPeriods, 'fewBaselinePeriods', count, minimumPeriods);
  warnIf(determination < minimumDetermination, 'lowDetermination', determination, minimumDetermination);
  fit.slopes.forEach(({ pValue = NaN }, index) =>
    warnIf(pValue > maximumPValue, 'insignificantDriver', drivers[index], pValue, maximumPValue),
  );
  warnIf(
    coefficientOfVariation > maximumVariation,
    'highVariation',
    coefficientOfVariation,
    maximumVariation,
  );
  warnIf(base < 0, 'negativeBaseLoad', base, 0);
  const places = residuals.map((_, index) => [index]);
  const { value = NaN, pValue = NaN } = leastSquares(places, residuals).fit?.slopes[0] ?? {};
  warnIf(pValue <= maximumPValue, 'residualTrend', value, pValue, maximumPValue);
  const steps = residuals.slice(1).map((residual, index) => (residual - residuals[index]) ** 2);
  const durbinWatson = ratio(total(steps), total(residuals.map((residual) => residual ** 2)));
  const { low, high } = limits.durbinWatson;
  // Of a few points the statistic says nothing, and there is a warning of those already.
  if (durbinWatson !== undefined && count >= minimumPeriods) {
    const isOutside = durbinWatson < low || durbinWatson > high;
    warnIf(isOutside, 'residualAutocorrelation', durbinWatson, low, high);
  }
  const outliers = used.filter((_, index) => {
    // The variance of a new observation is s² (1 + leverage), that of a residual s² (1 − leverage).
    const { standardError = 0 } = regressionPrediction(fit, rows[index]);
    const own = 2 * residualDeviation ** 2 - standardError ** 2;
    return own > 0 && residuals[index] ** 2 > limits.maximumResidual ** 2 * own;
  });
  warnIf(outliers.length > 0, 'residualOutliers', ...outliers);
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
