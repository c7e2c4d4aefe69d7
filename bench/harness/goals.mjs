import { median, ratio } from './stats.mjs';

/**
 * Judges a goal on the rounds of a scenario.
 *
 * A goal is `{ id, ratio: [above, below], most | least, figure? }`, the median of the ratios of two rows inside each
 * round, or `{ id, of: [row, figure], most | least }`, the median of a figure.
 *
 * @param {readonly string[]} wrong what the oracle complains of, beginning with the row: a wrong answer meets no goal
 * @returns {{ id: string, rule: string, value: number | undefined, doubtful: boolean, passed: boolean | undefined }}
 *   `passed` is `undefined` when nothing was measured or the rounds lie too far apart
 */
export function judge(goal, rounds, mainFigure, wrong = []) {
  const { value, doubtful, words } = goal.ratio ? ratioOf(goal, rounds, mainFigure) : figureOf(goal, rounds);
  const rule = goal.most === undefined ? `${words} ≥ ${goal.least}` : `${words} ≤ ${goal.most}`;
  const holds = goal.most === undefined ? value >= goal.least : value <= goal.most;
  const named = goal.ratio ?? [goal.of[0]];
  if (wrong.some((complaint) => named.some((row) => complaint.startsWith(`${row}:`)))) {
    return { id: goal.id, rule: `${rule}, right answer`, value, doubtful: false, passed: false };
  }
  return { id: goal.id, rule, value, doubtful, passed: value === undefined || doubtful ? undefined : holds };
}

function ratioOf({ ratio: [above, below], figure }, rounds, mainFigure) {
  const found = ratio(rounds, above, below, figure ?? mainFigure);
  const words = `${above} ÷ ${below}${figure ? ` (${figure})` : ''}`;
  return { value: found?.median, doubtful: found?.doubtful ?? false, words };
}

function figureOf({ of: [row, figure], most, least }, rounds) {
  const values = rounds.map((round) => round[row]?.[figure]).filter(Number.isFinite);
  const passes = (value) => (most === undefined ? value >= least : value <= most);
  // An absolute figure is doubtful only where the rounds do not agree on the verdict.
  const doubtful = values.some(passes) && !values.every(passes);
  return { value: median(values), doubtful, words: `${row}: ${figure}` };
}
