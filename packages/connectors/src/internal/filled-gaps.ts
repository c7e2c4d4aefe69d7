/** A gap that was filled, and the time of the observation that holds at its place. */
interface FilledGap {
  readonly at: number;
  since: number;
}

/** So many filled gaps of one signal are remembered; what is late by more changes nothing at their places. */
const limit = 64;

const none: readonly number[] = [];

/**
 * The gaps of one signal that were filled with what was known before them. A source that tells what happened meanwhile
 * may tell of a moment before the gap too: what was on its way when the source was lost, or seems to lie before it
 * because two clocks differ. Then that holds at the place of the gap.
 */
export class FilledGaps {
  readonly #gaps: FilledGap[] = [];

  /**
   * @param at - where the gap was, in milliseconds
   * @param since - time of the last observation before it, in milliseconds
   */
  add(at: number, since: number): void {
    for (const gap of this.#gaps) if (gap.at > at) gap.since = Math.max(gap.since, since);
    this.#gaps.push({ at, since });
    if (this.#gaps.length > limit) this.#gaps.shift();
  }

  /** The places of gaps after a time. */
  after(time: number): readonly number[] {
    if (this.#gaps.length === 0) return none;
    return this.#gaps.filter(({ at }) => at > time).map(({ at }) => at);
  }

  /** Forgets those after a time: they are filled no more. */
  dropAfter(time: number): void {
    const kept = this.#gaps.filter(({ at }) => at <= time);
    this.#gaps.splice(0, this.#gaps.length, ...kept);
  }

  /** The places of gaps at which an observation of a time holds, in milliseconds. */
  reachedBy(time: number): readonly number[] {
    if (this.#gaps.length === 0) return none;
    const reached = this.#gaps.filter(({ at, since }) => since <= time && time < at);
    for (const gap of reached) gap.since = time;
    return reached.map(({ at }) => at);
  }
}
