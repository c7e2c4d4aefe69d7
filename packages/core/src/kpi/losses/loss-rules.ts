import type { EquipmentState } from '../../model/equipment-state.js';
import type { LossKind } from '../../model/workshop-types.js';
import { allow } from '../allow.js';

/** What a loss of time can be booked to; the loss of quality is counted in pieces. */
export type StopLoss = Exclude<LossKind, 'processDefects' | 'reducedYield'>;

/** How stops are booked. */
export interface LossRules {
  /** The catalogue: which loss a reason stands for. A reason that is not in it, or without a loss, leaves that to the state. */
  readonly reasons?: readonly { readonly id: string; readonly loss?: LossKind }[];
  /** Milliseconds: a time without running that is shorter is a minor stop. Default 300,000 (5 min). */
  readonly minorStopLimit?: number;
}

/** Five minutes. */
const defaultLimit = 300_000;

/**
 * The loss that a stop is booked to, as a function that has looked at the rules once.
 *
 * What the catalogue says of the reason counts, else the state: set-up and planned stops are set-up and adjustment, all
 * others equipment failure. What would be an equipment failure and is shorter than the limit is a minor stop.
 *
 * @throws {RangeError} if the limit is negative or not a number
 */
export function lossOfStop({
  reasons = [],
  minorStopLimit = defaultLimit,
}: LossRules): (state: EquipmentState, reason: string | undefined, standstill: number) => StopLoss {
  allow(minorStopLimit >= 0, 'minorStopLimit', minorStopLimit, '0 or more');
  // Pieces are bad, not stops: such a reason says nothing of the time.
  const ofTime = reasons.filter(({ loss }) => loss !== 'processDefects' && loss !== 'reducedYield');
  const told = new Map<string | undefined, LossKind | undefined>(ofTime.map(({ id, loss }) => [id, loss]));
  return (state, reason, standstill) => {
    const loss = (told.get(reason) as StopLoss | undefined) ?? ofState(state);
    return loss === 'equipmentFailure' && standstill < minorStopLimit ? 'idlingAndMinorStops' : loss;
  };
}

function ofState(state: EquipmentState): StopLoss {
  return state === 'setup' || state === 'plannedStop' ? 'setupAndAdjustment' : 'equipmentFailure';
}
