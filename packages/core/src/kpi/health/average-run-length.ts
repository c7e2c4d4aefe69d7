import { normalCumulative } from '../statistics/normal.js';
import { allowCusum, type CusumSettings, defaultCusumSettings } from './cusum-detector.js';
import { defaultEwmaSettings, ewmaLimit, type EwmaSettings } from './ewma-detector.js';

/** Cells that the range of a statistic is cut into; odd, so that one is in the middle. */
const cells = 101;

/**
 * Average run length of a {@link cusumDetector}: how many readings it takes on average until it signals.
 *
 * All run lengths hold for independent, normally distributed readings whose level and deviation are known. Readings of
 * a sensor that follows something slow are not independent, and false alarms come far more often.
 *
 * Source: Markov chain of Brook and Evans (1972) for each of the two sums; together they signal at the sum of their rates.
 *
 * @param shift - of the mean, in standard deviations. Default 0: the average time between two false alarms
 * @throws {RangeError} if a setting is out of its range
 */
export function cusumAverageRunLength(settings: CusumSettings = defaultCusumSettings, shift = 0): number {
  allowCusum(settings);
  return 1 / (1 / oneSidedRunLength(settings, shift) + 1 / oneSidedRunLength(settings, -shift));
}

function oneSidedRunLength({ slack, decisionInterval }: CusumSettings, shift: number): number {
  // The first cell is half a cell wide: it stands for the sum 0.
  const width = (2 * decisionInterval) / (2 * cells - 1);
  return meanStepsToLeave(0, (from, edge) =>
    edge === 0 ? 0 : normalCumulative((edge - 0.5 - from) * width + slack - shift),
  );
}

/**
 * Average run length of an {@link ewmaDetector}, under the conditions of {@link cusumAverageRunLength}.
 *
 * With weight 1 it is that of single readings, 1 ÷ P(|z| > limit): 370.4 at 3 deviations.
 *
 * Source: Markov chain, Lucas and Saccucci (1990).
 *
 * @param shift - of the mean, in standard deviations. Default 0
 * @throws {RangeError} if a setting is out of its range
 */
export function ewmaAverageRunLength(settings: EwmaSettings = defaultEwmaSettings, shift = 0): number {
  const { weight } = settings;
  const end = ewmaLimit(settings);
  const width = (2 * end) / cells;
  return meanStepsToLeave((cells - 1) / 2, (from, edge) => {
    const center = (from + 0.5) * width - end;
    return normalCumulative((edge * width - end - (1 - weight) * center) / weight - shift);
  });
}

/**
 * Mean number of steps until a chain leaves its cells: the solution of (I − Q)·steps = 1 at the first cell.
 *
 * @param below - probability that one step from a cell ends below the lower edge of another
 */
function meanStepsToLeave(start: number, below: (from: number, edge: number) => number): number {
  const rows = Array.from({ length: cells }, (_, from) =>
    Float64Array.from({ length: cells + 1 }, (_, to) =>
      to < cells ? (from === to ? 1 : 0) + below(from, to) - below(from, to + 1) : 1,
    ),
  );
  // Each row of I − Q outweighs its other entries, so that elimination needs no pivoting.
  for (let pivot = 0; pivot < cells; pivot++) {
    for (let row = 0; row < cells; row++) {
      const share = rows[row][pivot] / rows[pivot][pivot];
      if (row === pivot || share === 0) continue;
      for (let column = pivot; column <= cells; column++) {
        rows[row][column] -= share * rows[pivot][column];
      }
    }
  }
  return rows[start][cells] / rows[start][start];
}
