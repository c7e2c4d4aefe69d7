import type { Interval, Quality } from '@twinfloor/core';
import type { RawValue } from '../internal/target.js';

/** Some observations of one source, in columns. */
export interface HistoryPage {
  /** Milliseconds since the epoch. */
  readonly times: number[];
  /** `undefined`: the source had no value from then on. */
  readonly values: RawValue[];
  /** Default: all good. */
  readonly qualities?: Quality[];
}

/** What a historian is asked. */
export interface HistoryQuestion {
  /** What the binding calls it. */
  readonly source: string;
  readonly interval: Interval;
  /** Ends the question. */
  readonly signal: AbortSignal;
  /** Counts a part of the answer that cannot be used. */
  refuse(place: string, found: unknown, allowed: string): void;
}

/** Answers what was before the page was opened: the one thing to write for a historian of your own. */
export interface Historian {
  /**
   * The observations of one source in an interval, page by page in order of time, with the one that held at its
   * begin where the historian knows it.
   *
   * @throws {HttpError} if it cannot be reached or will not answer
   */
  read(question: HistoryQuestion): AsyncIterable<HistoryPage>;
}
