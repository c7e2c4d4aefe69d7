import type { LossRules } from '../kpi/losses/loss-rules.js';
import type { LossRecord } from '../kpi/losses/machine-losses.js';
import { machineRecord } from './equipment-oee.js';
import type { Twin } from '../twin/twin.js';

/** How the workshop file books stops. */
export function lossRules({ workshop: { losses } }: Twin): Required<LossRules> {
  return { reasons: losses?.reasons ?? [], minorStopLimit: (losses?.minorStopLimit ?? 300) * 1000 };
}

/**
 * What the twin knows of the stops and losses of a machine, until now.
 *
 * @throws {RangeError} if an ideal cycle is asked for and there is no such equipment
 */
export function lossRecord(twin: Twin, equipment: string): LossRecord {
  return {
    ...machineRecord(twin, equipment),
    statesKnownUntil: statesKnownUntil(twin, equipment),
    reasons: twin.seriesOf(equipment, 'reason', 'text'),
    comments: twin.seriesOf(equipment, 'comment', 'text'),
    scrapReasons: twin.seriesOf(equipment, 'scrapReason', 'text'),
  };
}

/** Until when the states of a machine are known, now at most. */
export function statesKnownUntil(twin: Twin, equipment: string): number {
  return Math.min(twin.knownUntil(equipment, 'state'), twin.clock.now());
}
