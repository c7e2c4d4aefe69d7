/**
 * Rounds parts to whole units so that they add up to the rounded sum: each is cut off, and those that lost most
 * get one back. Negative parts stay negative.
 *
 * @param sum - what they add up to, where that was rounded already; less than one away for each part. Default: rounded
 */
export function roundedToSum(
  parts: readonly number[],
  sum = Math.round(parts.reduce((total, part) => total + part, 0)),
): number[] {
  const rounded = parts.map(Math.floor);
  let missing = sum - rounded.reduce((total, part) => total + part, 0);
  const byLoss = parts
    .map((part, index) => ({ index, lost: part - rounded[index] }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index);
  for (const { index } of byLoss) {
    if (missing <= 0) break;
    rounded[index] += 1;
    missing -= 1;
  }
  for (const { index } of byLoss.reverse()) {
    if (missing >= 0) break;
    rounded[index] -= 1;
    missing += 1;
  }
  return rounded;
}
