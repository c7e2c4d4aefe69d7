import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { checkAmounts } from '../share.js';
import { knownShare, type TimesOf } from '../time-model/time-share.js';

type Times = TimesOf<'actualProductionTime' | 'actualUnitProcessingTime'>;

/** What a net equipment effectiveness is made of; all times in one unit. */
export interface NeeInput {
  /** PBT. */
  readonly plannedBusyTime: number;
  readonly unknownTime: number;
  /** APT. */
  readonly actualProductionTime: number;
  /** AUPT: production and set-up. */
  readonly actualUnitProcessingTime: number;
  /** Σ planned runtime per item × good quantity (PRI × GQ). */
  readonly idealGoodTime: number | undefined;
}

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
  const inputs = {
    plannedBusyTime,
    unknownTime,
    actualProductionTime,
    actualUnitProcessingTime,
    idealGoodTime,
  };
  checkAmounts(inputs);
  const processing = ratio(actualUnitProcessingTime, plannedBusyTime - unknownTime);
  const pace = idealGoodTime === 0 ? 0 : ratio(idealGoodTime, actualProductionTime);
  return {
    value: processing === undefined || pace === undefined ? undefined : processing * pace,
    bounds: neeBounds(inputs, pace),
    coverage: knownShare(times),
    inputs,
    warnings: [],
  };
}

function neeBounds(
  {
    plannedBusyTime: planned,
    unknownTime: unknown,
    actualProductionTime: production,
    actualUnitProcessingTime: processing,
    idealGoodTime: good,
  }: NeeInput,
  pace: number | undefined,
): Bounds | undefined {
  if (planned === 0 || good === undefined || pace === undefined) return undefined;
  // Least: all of it production without a good piece. Most: set-up at the known pace, or production at the ideal one.
  const least = production + unknown > 0 ? ((processing + unknown) / (production + unknown)) * good : 0;
  const most = production + unknown > 0 ? Math.max(pace, (good + unknown) / (production + unknown)) : 0;
  return { low: least / planned, high: ((processing + unknown) / planned) * most };
}
