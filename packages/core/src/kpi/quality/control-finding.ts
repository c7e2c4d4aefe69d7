import type { RunRule } from './run-rules.js';

/** Points that say that something has changed, and by which rule. */
export interface ControlFinding {
  /** `ewma`: beyond its limits; `cusum`: above its decision interval. */
  readonly rule: RunRule | 'ewma' | 'cusum';
  /** Index of the point that was flagged. */
  readonly at: number;
  /** Indexes of the points that make the pattern; of a CUSUM, those since the shift began. The last is `at`. */
  readonly points: readonly number[];
  /** When the pattern began, in milliseconds since the epoch; `undefined` where the chart has no times. */
  readonly from: number | undefined;
  /** When the flagged point was. */
  readonly to: number | undefined;
}

/** A finding, with its times where there are any. */
export function controlFinding(
  rule: ControlFinding['rule'],
  points: readonly number[],
  times: readonly number[] | undefined,
): ControlFinding {
  const at = points[points.length - 1];
  return { rule, at, points, from: times?.[points[0]], to: times?.[at] };
}
