import type { Twin } from '../twin/twin.js';

interface Kept<T> {
  readonly basis: readonly unknown[];
  readonly value: T;
}

/**
 * How many answers are kept of one equipment: a page asks about the shift, the day and what they are compared with, and
 * each may be made of what is over and what goes on.
 */
const keptAnswers = 8;

/**
 * Remembers a part of a figure for each equipment until what it was made of changes, so that after one late observation
 * only the equipment that it concerns is calculated again.
 *
 * Of each equipment of a twin the last few answers are kept; those of a twin go with the twin.
 *
 * @example
 * ```ts
 * const memory = new FigureMemory<MachineLosses>();
 * memory.get(twin, id, [past.from, past.to, ...settledBasis(states, past.to)], () => …);
 * ```
 */
export class FigureMemory<T> {
  readonly #kept = new WeakMap<Twin, Map<string, Kept<T>[]>>();

  /**
   * The answer that was made of the same basis, else what `make` gives.
   *
   * @param equipment - id, or any other name of what the answer is about
   * @param basis - what differs whenever the answer may: ends of the interval, revisions of all series that it reads,
   *   until when these are known, options; or parts that are remembered themselves
   * @param make - the answer is shared between callers and must not be changed
   */
  get(twin: Twin, equipment: string, basis: readonly unknown[], make: () => T): T {
    let ofTwin = this.#kept.get(twin);
    if (!ofTwin) this.#kept.set(twin, (ofTwin = new Map()));
    let answers = ofTwin.get(equipment);
    if (!answers) ofTwin.set(equipment, (answers = []));
    const index = answers.findIndex((one) => areEqual(one.basis, basis));
    if (index === 0) return answers[0].value;
    const answer = index > 0 ? answers.splice(index, 1)[0] : { basis, value: make() };
    answers.unshift(answer);
    if (answers.length > keptAnswers) answers.pop();
    return answer.value;
  }
}

function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
