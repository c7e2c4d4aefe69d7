import { allow, finiteValue } from '../allow.js';
import { ratio } from '../ratio.js';
import { total } from '../total.js';
import { studentTProbability } from './student-t.js';

/** One coefficient of a regression. What has no basis (no degrees of freedom, no scatter) is `undefined`. */
export interface RegressionCoefficient {
  /** Change of the value per unit of the driver; for the intercept, the value where all drivers are 0. */
  readonly value: number;
  readonly standardError: number | undefined;
  /** Value ÷ standard error. */
  readonly t: number | undefined;
  /** Two-sided probability of such a t, or a greater one, if the coefficient were 0. */
  readonly pValue: number | undefined;
}

/** A multiple linear regression: value = intercept + Σ slope × driver. */
export interface Regression {
  readonly intercept: RegressionCoefficient;
  /** In the order of the drivers. */
  readonly slopes: readonly RegressionCoefficient[];
  readonly count: number;
  /** Points − coefficients. */
  readonly degreesOfFreedom: number;
  /** Observed − fitted, in the order of the rows; they add up to 0. */
  readonly residuals: readonly number[];
  /** Share of the variation that the drivers explain (R²); `undefined` where all values are equal. */
  readonly determination: number | undefined;
  /** R² with the number of drivers counted against it. */
  readonly adjustedDetermination: number | undefined;
  /** √(Σ residual² ÷ degrees of freedom), in the unit of the values. */
  readonly residualDeviation: number | undefined;
  /** Residual deviation ÷ |mean of the values|: CV(RMSE). */
  readonly coefficientOfVariation: number | undefined;
  /**
   * Directions that do not depend on each other, in intercept and slopes: the sum of their outer products × residual
   * variance = covariance of the coefficients.
   */
  readonly directions: readonly (readonly number[])[];
}

/** Why there is no regression. */
export type NoRegressionReason =
  /** Fewer points than coefficients. */
  | 'tooFewPoints'
  /** A driver never changes: its effect cannot be told from the intercept. */
  | 'constantDriver'
  /** A driver is a sum of multiples of those before it: their effects cannot be told apart. */
  | 'collinearDrivers';

/** A regression, or the reason why there is none. */
export type LeastSquares =
  | { readonly fit: Regression; readonly reason?: undefined; readonly driver?: undefined }
  | {
      readonly fit: undefined;
      readonly reason: NoRegressionReason;
      /** Index of the driver at which it failed. */
      readonly driver: number | undefined;
    };

/** What is left of a driver without those before it, as a share of its length, under which it counts as none. */
const collinear = 1e-9;

/** The same for what is left without its mean: rounding errors of the size of the mean. */
const constant = 1e-14;

/**
 * Fits a multiple linear regression with intercept by least squares.
 *
 * Each driver is made orthogonal to those before it (Gram and Schmidt, twice): no cross products are formed, so that
 * drivers like the calendar year (large and nearly constant) keep their digits.
 *
 * @param rows - a row a point: the values of the drivers, in one order
 * @param values - the observed value of each point
 * @throws {RangeError} if the lengths differ or a number is not finite
 *
 * @example
 * ```ts
 * const { fit } = leastSquares([[100], [150], [200], [250]], [620, 720, 835, 925]);
 * fit?.slopes[0].value; // 2.06
 * ```
 */
export function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]): LeastSquares {
  allow(rows.length === values.length, 'rows', rows.length, `as many as values, ${values.length}`);
  const [first = []] = rows;
  for (const row of rows) checkRow(row, first.length);
  [...rows.flat(), ...values].forEach((value) => finiteValue(value));
  if (rows.length <= first.length) return none('tooFewPoints');
  const columns = [values.map(() => 1), ...first.map((_, driver) => rows.map((row) => row[driver]))];
  const basis: Combination[] = [];
  for (const [index, points] of columns.entries()) {
    const column = { points, shares: columns.map((_, other) => (other === index ? 1 : 0)) };
    const centred = without(column, basis.slice(0, 1));
    const rest = without(centred, basis);
    if (index > 0) {
      if (length(centred) <= constant * length(column)) return none('constantDriver', index - 1);
      if (length(rest) < collinear * length(centred)) return none('collinearDrivers', index - 1);
    }
    basis.push(rest);
  }
  return { fit: described({ points: values, shares: columns.map(() => 0) }, basis) };
}

function none(reason: NoRegressionReason, driver?: number): LeastSquares {
  return { fit: undefined, reason, driver };
}

/** A combination of columns, and how much of each is in it. */
interface Combination {
  readonly points: readonly number[];
  readonly shares: readonly number[];
}

/** What is left when the shares of orthogonal others are taken out; twice, because once leaves rounding errors. */
function without(combination: Combination, others: readonly Combination[]): Combination {
  let { points, shares } = combination;
  for (const other of [...others, ...others]) {
    const share = dot(points, other.points) / dot(other.points, other.points);
    points = points.map((value, index) => value - share * other.points[index]);
    shares = shares.map((value, index) => value - share * other.shares[index]);
  }
  return { points, shares };
}

/** The value a regression expects, and the standard error of new observations there. */
export interface RegressionPrediction {
  readonly value: number;
  /** Holds the scatter of the points and the doubt about the coefficients; `undefined` without degrees of freedom. */
  readonly standardError: number | undefined;
}

/**
 * The value a regression expects at a point, with the standard error of a single new observation there: for a prediction
 * interval, ± `studentTQuantile(0.975, fit.degreesOfFreedom)` × the standard error.
 *
 * @param row - the values of the drivers, in the order of the fit; of several observations, their sums
 * @param count - how many new observations are added up. Default 1
 * @throws {RangeError} if the number of drivers differs
 */
export function regressionPrediction(
  fit: Regression,
  row: readonly number[],
  count = 1,
): RegressionPrediction {
  checkRow(row, fit.slopes.length);
  const point = [count, ...row];
  const variance = fit.directions.reduce((sum, direction) => sum + dot(direction, point) ** 2, count);
  return {
    value: dot(
      point,
      [fit.intercept, ...fit.slopes].map(({ value }) => value),
    ),
    standardError: fit.residualDeviation && fit.residualDeviation * Math.sqrt(variance),
  };
}

function checkRow(row: readonly number[], drivers: number): void {
  allow(row.length === drivers, 'row', `${row.length} drivers`, drivers);
}

function described(observed: Combination, basis: readonly Combination[]): Regression {
  const { points: residuals, shares } = without(observed, basis);
  const directions = basis.map((one) => one.shares.map((share) => share / length(one)));
  const count = residuals.length;
  const degreesOfFreedom = count - shares.length;
  const unexplained = dot(residuals, residuals);
  const residualDeviation = degreesOfFreedom > 0 ? Math.sqrt(unexplained / degreesOfFreedom) : undefined;
  const scatter = length(without(observed, basis.slice(0, 1)));
  const determination = scatter > constant * length(observed) ? 1 - unexplained / scatter ** 2 : undefined;
  const [intercept, ...slopes] = shares.map((share, index): RegressionCoefficient => {
    // What was taken out of the values; 0 stays 0.
    const value = 0 - share;
    const spread = Math.hypot(...directions.map((direction) => direction[index]));
    const standardError = residualDeviation && residualDeviation * spread;
    const t = ratio(value, standardError);
    const pValue = t === undefined ? t : 2 * studentTProbability(-Math.abs(t), degreesOfFreedom);
    return { value, standardError, t, pValue };
  });
  return {
    intercept,
    slopes,
    count,
    degreesOfFreedom,
    residuals,
    determination,
    adjustedDetermination:
      determination === undefined || residualDeviation === undefined
        ? undefined
        : 1 - ((1 - determination) * (count - 1)) / degreesOfFreedom,
    residualDeviation,
    coefficientOfVariation: ratio(residualDeviation, Math.abs(total(observed.points) / count)),
    directions,
  };
}

function length({ points }: Combination): number {
  return Math.sqrt(dot(points, points));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}
