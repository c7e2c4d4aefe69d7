import type { Condition, ObservationBatch, Quality } from '@twinfloor/core';

/** What a source can say of a signal at one moment; `undefined`: it has no value. */
export type RawValue = string | number | undefined;

/** Counts a value that cannot be used. */
export type Refuse = (found: unknown, allowed: string) => void;

/**
 * A signal of the twin as the receiver of what a source says: it turns raw values into rows of a batch and holds
 * the last one, for a gap and its end.
 */
export interface Target {
  /** Handle of the signal. */
  readonly signal: number;
  /** Time of the newest observation, in milliseconds; `-Infinity` before the first. */
  readonly newest: number;
  /** Writes what a source said. Returns whether it could be used. */
  observe(
    batch: ObservationBatch,
    time: number,
    raw: RawValue,
    quality: Quality,
    input: string,
    refuse: Refuse,
  ): boolean;
  /** Writes a report of a condition. Returns whether it could be used. */
  observeCondition(
    batch: ObservationBatch,
    time: number,
    condition: Condition,
    input: string,
    refuse: Refuse,
  ): boolean;
  /** Writes that nothing is known from a time on. */
  gap(batch: ObservationBatch, time: number): void;
  /** Says that the gap stays: what was known when it began is of no use for a later one. */
  keepGap(): void;
  /** Writes at a time what was known when the gap began. */
  resume(batch: ObservationBatch, time: number): void;
}
