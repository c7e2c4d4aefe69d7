/** The levels of a condition, after MTConnect. */
export const conditionLevels = ['normal', 'warning', 'fault', 'unavailable'] as const;

/** How bad a condition is. */
export type ConditionLevel = (typeof conditionLevels)[number];

/**
 * One report of a condition. `normal` without a code clears all that is active under the key, `normal` with a
 * code clears that one, `unavailable` clears all because nothing is known.
 */
export interface Condition {
  /** What reports, e.g. the data item `logic`. Entries under one key are cleared together. */
  readonly key: string;
  readonly level: ConditionLevel;
  /** The code of the source, e.g. `8100019E`. */
  readonly code?: string;
  readonly severity?: string;
  readonly qualifier?: string;
  /** The message of the source, as it came. Shown as text only. */
  readonly text?: string;
  /** Whether somebody has acknowledged it at the plant; absent: the source does not say. */
  readonly acknowledged?: boolean;
}
