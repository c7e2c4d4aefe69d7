import type { Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { share } from '../share.js';
import { knownShare, type TimesOf } from '../time-model/time-share.js';

type Times = TimesOf<'actualProductionTime'>;

/** What effectiveness is made of. */
export interface EffectivenessInput {
  /** Production time (APT) in the unit of the ideal time. */
  readonly actualProductionTime: number;
  /** Σ planned runtime per item × produced quantity (PRI × PQ), product by product. */
  readonly idealTime: number | undefined;
}

/**
 * Effectiveness (performance) after ISO 22400-2: planned runtime per item × produced quantity ÷ actual production time
 * (PRI × PQ ÷ APT). Above 1 says that the planned runtime is too long; it is returned as it is, with the warning
 * `performanceAboveOne`.
 *
 * The bounds take the unknown time as none at all, as production without a piece, and as production at the ideal pace.
 *
 * @param idealTime - Σ planned runtime per item × produced quantity; `undefined`: a count or a runtime is missing
 * @throws {RangeError} if a time is negative or not finite
 */
export function effectiveness(times: Times, idealTime: number | undefined): Kpi<EffectivenessInput> {
  const { actualProductionTime, unknownTime } = times;
  const isAboveOne = (ratio(idealTime, actualProductionTime) ?? 0) > 1;
  return share(
    { actualProductionTime, idealTime },
    idealTime,
    actualProductionTime,
    unknownTime,
    knownShare(times),
    isAboveOne ? [{ key: 'performanceAboveOne', subjects: [] }] : [],
  );
}
