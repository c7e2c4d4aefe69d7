import { studentTProbability } from './student-t.js';
import { mean as meanOf } from './summary.js';

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
  /** Means of the drivers. */
  readonly means: readonly number[];
  /** Inverse of the centred cross products of the drivers; × residual variance = covariance of the slopes. */
  readonly inverse: readonly (readonly number[])[];
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

/** What is left of a driver after those before it, as a share of its length, under which it counts as none. */
const collinear = 1e-9;

/**
 * Fits a multiple linear regression with intercept by least squares.
 *
 * Drivers are centred, then reduced by Householder reflections: no cross products are formed, so that drivers like the
 * calendar year (large and nearly constant) keep their digits.
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
  const drivers = check(rows, values);
  if (rows.length <= drivers) return none('tooFewPoints');
  const means = Array.from({ length: drivers }, (_, driver) => mean(rows.map((row) => row[driver])));
  const columns = means.map((middle, driver) => rows.map((row) => row[driver] - middle));
  const lengths = columns.map(length);
  // Centring leaves rounding errors of the size of the mean.
  const constant = lengths.findIndex(
    (size, driver) => size <= Math.abs(means[driver]) * Math.sqrt(rows.length) * 1e-14,
  );
  if (constant >= 0) return none('constantDriver', constant);
  const meanValue = mean(values);
  const centred = values.map((value) => value - meanValue);
  const right = [...centred];
  const failed = reduce(columns, right, lengths);
  if (failed !== undefined) return none('collinearDrivers', failed);
  const inverseRoot = invertTriangle(columns);
  const slopes = inverseRoot.map((row) => dot(row, right));
  const inverse = inverseRoot.map((a) => inverseRoot.map((b) => dot(a, b)));
  const residuals = centred.map((value, index) =>
    slopes.reduce((rest, slope, driver) => rest - slope * (rows[index][driver] - means[driver]), value),
  );
  return { fit: described(slopes, inverse, means, meanValue, centred, residuals) };
}

function none(reason: NoRegressionReason, driver?: number): LeastSquares {
  return { fit: undefined, reason, driver };
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
  if (row.length !== fit.slopes.length) {
    throw new RangeError(`invalid row: ${row.length} drivers, allowed: ${fit.slopes.length}`);
  }
  const away = row.map((value, driver) => value - count * fit.means[driver]);
  const leverage =
    (count * count) / fit.count +
    dot(
      away,
      fit.inverse.map((line) => dot(line, away)),
    );
  return {
    value: fit.slopes.reduce(
      (sum, { value }, driver) => sum + value * row[driver],
      count * fit.intercept.value,
    ),
    standardError:
      fit.residualDeviation === undefined ? undefined : fit.residualDeviation * Math.sqrt(count + leverage),
  };
}

/** Number of drivers. */
function check(rows: readonly (readonly number[])[], values: readonly number[]): number {
  if (rows.length !== values.length) {
    throw new RangeError(`invalid rows: ${rows.length}, allowed: as many as values, ${values.length}`);
  }
  const drivers = rows[0]?.length ?? 0;
  for (const row of rows) {
    if (row.length !== drivers)
      throw new RangeError(`invalid row: ${row.length} drivers, allowed: ${drivers}`);
  }
  for (const value of [...rows.flat(), ...values]) {
    if (!Number.isFinite(value)) throw new RangeError(`invalid value: ${value}, allowed: a finite number`);
  }
  return drivers;
}

/**
 * Reflects the columns into an upper triangle, in place, and the right side with them. Returns the first column of
 * which nothing is left.
 */
function reduce(
  columns: readonly number[][],
  right: number[],
  lengths: readonly number[],
): number | undefined {
  for (const [pivot, column] of columns.entries()) {
    const size = length(column.slice(pivot));
    if (size < collinear * lengths[pivot]) return pivot;
    const diagonal = column[pivot] > 0 ? -size : size;
    const mirror = column.map((value, index) => (index < pivot ? 0 : value));
    mirror[pivot] -= diagonal;
    const half = dot(mirror, mirror) / 2;
    for (const target of [...columns.slice(pivot), right]) {
      const share = dot(mirror, target) / half;
      for (let index = pivot; index < target.length; index++) target[index] -= share * mirror[index];
    }
  }
  return undefined;
}

/** Inverse of the upper triangle that stands in the first rows of the columns, as rows. */
function invertTriangle(columns: readonly (readonly number[])[]): number[][] {
  const size = columns.length;
  const result = columns.map(() => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column++) {
    for (let row = column; row >= 0; row--) {
      let rest = row === column ? 1 : 0;
      for (let between = row + 1; between <= column; between++) {
        rest -= columns[between][row] * result[between][column];
      }
      result[row][column] = rest / columns[row][row];
    }
  }
  return result;
}

function described(
  slopes: readonly number[],
  inverse: readonly (readonly number[])[],
  means: readonly number[],
  meanValue: number,
  centred: readonly number[],
  residuals: readonly number[],
): Regression {
  const count = residuals.length;
  const degreesOfFreedom = count - slopes.length - 1;
  const unexplained = dot(residuals, residuals);
  const variation = dot(centred, centred);
  const variance = degreesOfFreedom > 0 ? unexplained / degreesOfFreedom : undefined;
  const residualDeviation = variance === undefined ? undefined : Math.sqrt(variance);
  const coefficient = (value: number, spread: number): RegressionCoefficient => {
    const standardError = residualDeviation === undefined ? undefined : residualDeviation * Math.sqrt(spread);
    const t = standardError ? value / standardError : undefined;
    const pValue = t === undefined ? undefined : 2 * studentTProbability(-Math.abs(t), degreesOfFreedom);
    return { value, standardError, t, pValue };
  };
  return {
    intercept: coefficient(
      meanValue - dot(slopes, means),
      1 / count +
        dot(
          means,
          inverse.map((line) => dot(line, means)),
        ),
    ),
    slopes: slopes.map((slope, driver) => coefficient(slope, inverse[driver][driver])),
    count,
    degreesOfFreedom,
    residuals,
    determination: variation > 0 ? 1 - unexplained / variation : undefined,
    adjustedDetermination:
      variation > 0 && variance !== undefined ? 1 - (variance * (count - 1)) / variation : undefined,
    residualDeviation,
    coefficientOfVariation:
      residualDeviation === undefined || meanValue === 0
        ? undefined
        : residualDeviation / Math.abs(meanValue),
    means,
    inverse,
  };
}

/** Of at least one value. */
function mean(values: readonly number[]): number {
  return meanOf(values) as number;
}

function length(values: readonly number[]): number {
  return Math.sqrt(dot(values, values));
}

/** Over the length of the first. */
function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}
