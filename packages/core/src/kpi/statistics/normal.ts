import { allow } from '../allow.js';
import { turningPoint } from './turning-point.js';

/**
 * The share of a standard normal distribution below `z`, correct to about 14 digits, also far out in the lower tail.
 */
export function normalCumulative(z: number): number {
  if (z > 0) return 1 - normalCumulative(-z);
  if (z < -38.6) return 0;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > -3) {
    // φ(z)·(z + z³/3 + z⁵/(3·5) + …), whose terms all have one sign.
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) sum += term *= (z * z) / odd;
    return 0.5 + density * sum;
  }
  // The continued fraction of the Mills ratio, which needs the fewer steps the further out.
  let fraction = 0;
  for (let step = 80; step > 0; step--) fraction = step / (fraction - z);
  return density / (fraction - z);
}

/**
 * The `z` below which a share of a standard normal distribution lies: the inverse of {@link normalCumulative}, -Infinity
 * for 0 and Infinity for 1.
 *
 * @throws {RangeError} if the share is not between 0 and 1
 */
export function normalQuantile(share: number): number {
  allow(share >= 0 && share <= 1, 'share', share, '0 to 1');
  if (share > 0.5) return -normalQuantile(1 - share);
  if (share === 0) return -Infinity;
  // Halving is slower than a rational approximation and shorter; nobody asks for this in a loop.
  return turningPoint(-39, 0, (z) => normalCumulative(z) < share);
}
