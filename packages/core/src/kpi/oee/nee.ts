import type { Kpi } from '../kpi.js';
import { product, share } from '../share.js';
import { knownShare, type TimesOf } from '../time-model/time-share.js';

type Times = TimesOf<'actualProductionTime' | 'actualUnitProcessingTime'>;

/** The times of a net equipment effectiveness, and what the good pieces should have taken, in one unit. */
export type NeeInput = Times & {
  /** Σ planned runtime per item × good quantity (PRI × GQ). */
  readonly idealGoodTime: number | undefined;
};

/**
 * Net equipment effectiveness (NEE index) after ISO 22400-2: (AUPT ÷ PBT) × effectiveness × quality ratio. An OEE in which
 * set-up is no loss. Effectiveness × quality ratio cancels down to PRI × GQ ÷ APT.
 *
 * 0 where the machine was planned and did not produce. Unknown time is left out of the planned time; the bounds take
 * it as lost, and as set-up and production at the ideal pace.
 *
 * @param idealGoodTime - Σ planned runtime per item × good quantity; `undefined`: a count or a runtime is missing
 * @throws {RangeError} if a time is negative or not finite
 */
export function nee(times: Times, idealGoodTime: number | undefined): Kpi<NeeInput> {
  const { plannedBusyTime, unknownTime, actualProductionTime, actualUnitProcessingTime } = times;
  const inputs = { ...times, idealGoodTime };
  const known = plannedBusyTime - unknownTime;
  const processing = share(inputs, actualUnitProcessingTime, known, unknownTime, knownShare(times));
  // Without production there is no pace, but there is no good piece either: 0 like the OEE.
  const nothing = { value: 0, bounds: { low: 0, high: unknownTime > 0 ? 1 : 0 } };
  const pace =
    actualProductionTime === 0 && idealGoodTime === 0
      ? nothing
      : share(inputs, idealGoodTime, actualProductionTime, unknownTime, undefined);
  return { ...processing, ...product([processing, pace]) };
}
