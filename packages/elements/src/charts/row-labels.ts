import type { TimeAxis } from './time-axis.js';

/** Words that belong to a bar. */
export interface LabelCandidate {
  /** Ends of the bar in px. */
  readonly left: number;
  readonly right: number;
  /** Width of the words in px. */
  readonly width: number;
  /** The higher, the sooner it is placed. */
  readonly weight: number;
}

/** A candidate that found its place. */
export interface PlacedCandidate<Candidate> {
  readonly candidate: Candidate;
  /** px of its left end. */
  readonly x: number;
}

const distance = 8;
/** Room to a fold or the now line. */
const clearance = 4;

/**
 * Finds places for the words under the bars of one row: each begins at the left edge of its bar and is moved to
 * the left only as far as a fold or `end` asks, never away from its bar. What has no room is left out, the
 * lightest first; nothing is cut.
 *
 * @param end - px after which there is no room: the now line or the end of the plot
 * @param taken - what stands in the row already
 */
export function placeRowLabels<Candidate extends LabelCandidate>(
  candidates: readonly Candidate[],
  axis: TimeAxis,
  end: number,
  taken: readonly PlacedCandidate<LabelCandidate>[] = [],
): PlacedCandidate<Candidate>[] {
  const placed: PlacedCandidate<Candidate>[] = [];
  const byWeight = [...candidates].sort((a, b) => b.weight - a.weight);
  for (const candidate of byWeight) {
    const { left, right, width } = candidate;
    const fold = axis.folds.find((one) => one.left >= left - 1);
    const border = Math.min(end, fold?.left ?? Infinity) - clearance;
    const foldBefore = axis.folds.findLast((one) => one.right <= left + 1);
    const x = Math.min(left, border - width);
    if (x < (foldBefore ? foldBefore.right + clearance : 0) - clearance) continue;
    if (x < 0 || x + width < left || x > right) continue;
    const isFree = (other: PlacedCandidate<LabelCandidate>) =>
      x + width + distance <= other.x || other.x + other.candidate.width + distance <= x;
    if (placed.every(isFree) && taken.every(isFree)) placed.push({ candidate, x });
  }
  return placed;
}
