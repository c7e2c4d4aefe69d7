import { allow } from '../allow.js';
import { ratio } from '../ratio.js';
import { total } from '../total.js';

/** The arithmetic mean; `undefined` of no values. */
export function mean(values: ArrayLike<number>): number | undefined {
  return ratio(total(values), values.length);
}

/** The standard deviation of a sample, with `n − 1` below the line; `undefined` of fewer than two values. */
export function sampleDeviation(values: ArrayLike<number>): number | undefined {
  const center = mean(values) ?? NaN;
  const squares = Float64Array.from(values, (value) => (value - center) ** 2);
  return values.length < 2 ? undefined : Math.sqrt(total(squares) / (values.length - 1));
}

/** The middle value, of an even number the mean of the two in the middle; `undefined` of no values. */
export function median(values: ArrayLike<number>): number | undefined {
  return quantile(values, 0.5);
}

/**
 * The value below which a share of the others lies, straight between two neighbours of the sorted values (type 7 of
 * Hyndman and Fan, as in R, NumPy and spreadsheets); `undefined` of no values.
 *
 * @param share - 0: the smallest value, 1: the largest
 * @throws {RangeError} if the share is not between 0 and 1
 */
export function quantile(values: ArrayLike<number>, share: number): number | undefined {
  allow(share >= 0 && share <= 1, 'share', share, '0 to 1');
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * share;
  const index = Math.floor(position);
  const low = sorted[index];
  const high = sorted[Math.min(index + 1, sorted.length - 1)];
  return low + (high - low) * (position - index);
}
