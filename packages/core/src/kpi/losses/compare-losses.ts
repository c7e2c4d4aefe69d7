import { ratio } from '../ratio.js';
import type { LossTimes, SixBigLosses } from './losses.js';
import { minus } from '../minus.js';

/** One part of the waterfall in two times. */
export interface LossChange {
  /** Milliseconds now. */
  readonly now: number | undefined;
  /** Milliseconds before. */
  readonly before: number | undefined;
  /** `now − before` in milliseconds; positive: more of it. */
  readonly change: number | undefined;
  /** Share of the known planned time, now. */
  readonly shareNow: number | undefined;
  /** Share of the known planned time, before. */
  readonly shareBefore: number | undefined;
  /** `shareNow − shareBefore`: what the part cost or gained of the OEE, whatever the lengths of the two times. */
  readonly shareChange: number | undefined;
}

/** Each part of the waterfall against the same part of another time. */
export type LossComparison = Readonly<Record<keyof LossTimes, LossChange>>;

/**
 * Compares the losses of two times part by part: with yesterday, last week or a baseline.
 *
 * Shares are of the known planned time, so that two times of different lengths and coverage can be compared. The changes of
 * the shares add up as the times do: those of the losses of availability, performance and quality make up that of the OEE.
 */
export function compareLosses(now: SixBigLosses, before: SixBigLosses): LossComparison {
  const basisNow = now.times.plannedTime - now.times.unknownTime;
  const basisBefore = before.times.plannedTime - before.times.unknownTime;
  const parts = Object.keys(now.times) as (keyof LossTimes)[];
  return Object.fromEntries(
    parts.map((part): [keyof LossTimes, LossChange] => {
      const [a, b] = [now.times[part], before.times[part]];
      const [shareNow, shareBefore] = [ratio(a, basisNow), ratio(b, basisBefore)];
      return [
        part,
        {
          now: a,
          before: b,
          change: minus(a, b),
          shareNow,
          shareBefore,
          shareChange: minus(shareNow, shareBefore),
        },
      ];
    }),
  ) as LossComparison;
}
