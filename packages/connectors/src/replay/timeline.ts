import type { Interval } from '@twinfloor/core';
import type { ReplaySettings } from './settings.js';

/**
 * Lays a recording onto the time of the twin, round after round.
 *
 * Without a position the rounds lie on a fixed grid that contains the recording itself, moved by multiples of
 * `align`: times of day are kept (in UTC), and two pages, or one page after a reload, show the same.
 */
export class Timeline {
  /** Milliseconds of the twin from the begin of one round to the next; `Infinity` where there is only one. */
  readonly period: number;
  /** Milliseconds of the twin between the end of a round and the begin of the next. */
  readonly silence: number;
  readonly #from: number;
  readonly #base: number;
  readonly #speed: number;

  /** @param now - time of the twin at the start, in milliseconds */
  constructor(
    { from, to }: Interval,
    { speed, loop, align, position, original }: ReplaySettings,
    now: number,
  ) {
    this.#from = from;
    this.#speed = speed;
    const period = Math.ceil((to - from) / align) * align;
    const grid = period / speed;
    if (position !== undefined) this.#base = now - (position - from) / speed;
    else if (original) this.#base = from;
    else this.#base = from + Math.floor((now - from) / grid) * grid;
    this.period = loop ? grid : Infinity;
    this.silence = loop ? (period - (to - from)) / speed : Infinity;
  }

  /**
   * When something of the recording is shown.
   *
   * @param recorded - time in the recording, in milliseconds since the epoch
   * @param round - 0 is the one under way at the start
   */
  at(recorded: number, round: number): number {
    // In the moment in which one round ends and the next begins both have something to say: the end comes first.
    const later = this.silence === 0 && recorded === this.#from ? 1 : 0;
    const begin = round === 0 ? this.#base : this.#base + round * this.period;
    return begin + (recorded - this.#from + later) / this.#speed;
  }
}
