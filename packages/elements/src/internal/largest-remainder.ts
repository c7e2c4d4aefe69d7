/**
 * Rounds parts to whole units so that they add up to the rounded sum: each is cut off, and those that lost most
 * get one back. Negative parts stay negative.
 */
export function roundedToSum(parts: readonly number[]): number[] {
  const rounded = parts.map(Math.floor);
  const sum = parts.reduce((total, part) => total + part, 0);
  let missing = Math.round(sum) - rounded.reduce((total, part) => total + part, 0);
  const byLoss = parts
    .map((part, index) => ({ index, lost: part - rounded[index] }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index);
  for (const { index } of byLoss) {
    if (missing <= 0) break;
    rounded[index] += 1;
    missing -= 1;
  }
  return rounded;
}
