import type { Quality } from '../model/quality.js';
import type { SignalKind } from '../model/signal.js';
import type { Interval } from '../time/interval.js';

/** How much of a series is kept. Absent limits do not limit. */
export interface RetentionLimits {
  /** Age in milliseconds after which observations are dropped. */
  readonly maximumAge?: number;
  /** Number of observations above which the oldest are dropped, at least 1. */
  readonly maximumCount?: number;
}

/**
 * The observations of one signal in time order.
 *
 * An observation holds until the next one. Before the first observation, and from an observation of quality `bad`
 * until the next, the signal is *missing*. Observations may arrive in any order and more than once: one with the
 * time and value of a kept one changes nothing, one with the same time and another value takes its place.
 *
 * Indexes count from the oldest observation kept, which has index 0.
 */
export interface Series {
  readonly kind: SignalKind;
  /** The number of observations kept. */
  readonly length: number;
  /** Grows by one with each change; as long as it is equal, nothing has changed. */
  readonly revision: number;
  /** Time of the oldest observation kept. */
  readonly firstTime: number | undefined;
  /** Time of the newest observation. */
  readonly lastTime: number | undefined;
  /** How many observations retention has dropped, those included that arrived after their time had been dropped. */
  readonly dropped: number;
  /** The time before which history has been dropped; `undefined` while nothing has. */
  readonly droppedBefore: number | undefined;
  /** How many observations were put in before later ones that had arrived earlier. */
  readonly lateCount: number;
  /** Memory of the typed columns in bytes, spare capacity included. */
  readonly bytes: number;
  /** Index of the observation that holds at a time; -1 before the first. */
  indexAt(time: number): number;
  /** The time of an observation. */
  timeAt(index: number): number;
  /** The quality of an observation. */
  qualityAt(index: number): Quality;
  /**
   * Milliseconds in the interval in which a value is known.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  covered(interval: Interval): number;
  /**
   * Drops the oldest observations beyond the limits and gives their memory back. The observation that holds at
   * the border of age stays, because what comes after it depends on it.
   *
   * @param now - the time that ages are counted to
   * @returns how many were dropped
   */
  retain(limits: RetentionLimits, now: number): number;
}
