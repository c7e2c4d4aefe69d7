/** The middle of some numbers; `undefined` without any. What is not a number is left out. */
export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Largest ÷ smallest: how far rounds lie apart, 1 when all are equal. */
export function spread(values) {
  const numbers = values.filter(Number.isFinite);
  return numbers.length === 0 ? undefined : Math.max(...numbers) / Math.min(...numbers);
}

/** A ratio of this spread or more says nothing: it is marked `~`, neither passed nor failed, and run again. */
export const doubtfulSpread = 1.6;

/**
 * The ratio of two rows in one figure, taken inside each round, so that what slows the machine in a round slows
 * both sides.
 *
 * @param {readonly Record<string, Record<string, number>>[]} rounds figures by row
 * @returns {{ median: number, min: number, max: number, spread: number, doubtful: boolean } | undefined}
 */
export function ratio(rounds, above, below, figure) {
  const values = rounds
    .filter((round) => round[above] && round[below])
    .map((round) => round[above][figure] / round[below][figure])
    .filter(Number.isFinite);
  if (values.length === 0) return undefined;
  return {
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    spread: spread(values),
    doubtful: spread(values) > doubtfulSpread,
  };
}

/** The median of each figure of a row over the rounds. */
export function medians(rounds, row) {
  const figures = new Set(rounds.flatMap((round) => Object.keys(round[row] ?? {})));
  return Object.fromEntries(
    [...figures].map((key) => [key, median(rounds.map((round) => round[row]?.[key]))]),
  );
}
