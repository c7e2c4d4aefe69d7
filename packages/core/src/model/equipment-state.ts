/**
 * The canonical equipment states. The position of a state in this list is its code in typed arrays and on the
 * way to the painters; the order never changes, new states are added at the end.
 *
 * `unknown` says something about the data (no trustworthy observation), all others about the equipment.
 */
export const equipmentStates = [
  'running',
  'setup',
  'idle',
  'starved',
  'blocked',
  'fault',
  'maintenance',
  'plannedStop',
  'offline',
  'unknown',
] as const;

/** What an equipment is doing, in one of ten words. */
export type EquipmentState = (typeof equipmentStates)[number];

/** The code of each state: its position in {@link equipmentStates}. */
export const stateCode = Object.freeze(
  Object.fromEntries(equipmentStates.map((state, code) => [state, code])),
) as Readonly<Record<EquipmentState, number>>;

/** The number of states, and so the width of a row of times per state. */
export const stateCount = equipmentStates.length;

/** Whether a word is one of the canonical states. */
export function isEquipmentState(word: unknown): word is EquipmentState {
  return typeof word === 'string' && Object.hasOwn(stateCode, word);
}
