/** The first number above `low` of which something no longer holds, by halving to the last digit. */
export function turningPoint(low: number, high: number, holds: (value: number) => boolean): number {
  const middle = (low + high) / 2;
  if (!(middle > low && middle < high)) return high;
  return holds(middle) ? turningPoint(middle, high, holds) : turningPoint(low, middle, holds);
}
