import { equipmentStates, type EquipmentState } from '../model/equipment-state.js';
import type { Vocabulary } from './vocabulary.js';
import { vocabularyInputs } from './vocabulary-inputs.js';

const states: ReadonlyMap<string, EquipmentState> = new Map(
  equipmentStates.map((state) => [state.toLowerCase(), state]),
);

/** For sources that speak the ten canonical words themselves; upper and lower case count alike. */
export const canonical: Vocabulary = {
  name: 'canonical',
  inputs: vocabularyInputs.canonical,
  state({ state }) {
    return state === undefined ? 'unknown' : states.get(state.toLowerCase());
  },
};
