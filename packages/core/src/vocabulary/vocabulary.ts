import type { EquipmentState } from '../model/equipment-state.js';

/** The words a source uses at one moment, by input: `{ execution: 'READY', mode: 'MANUAL' }`. Missing: not known. */
export type VocabularyInput = Readonly<Record<string, string | undefined>>;

/** Maps the words of a source to the canonical equipment states. */
export interface Vocabulary {
  /** The word used in a binding, e.g. `mtconnect`. */
  readonly name: string;
  /** The inputs it understands. The first is the one that a binding with a plain `from` fills. */
  readonly inputs: readonly string[];
  /**
   * The state that the words mean together. A word that the vocabulary does not know gives `undefined`, so that
   * it can be refused by name instead of being guessed.
   */
  state(input: VocabularyInput): EquipmentState | undefined;
}
