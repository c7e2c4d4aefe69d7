/**
 * The last whole number for which something holds, found by halving.
 *
 * @param first - for which it holds
 * @param end - for which it does not hold any more
 */
export function lastWhere(first: number, end: number, holds: (number: number) => boolean): number {
  let [low, high] = [first, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
