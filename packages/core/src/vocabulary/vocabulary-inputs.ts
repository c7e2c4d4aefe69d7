/**
 * The inputs of each built-in vocabulary, by its name. They stand apart from the vocabularies so that a workshop
 * file can be checked without loading those.
 */
export const vocabularyInputs = {
  canonical: ['state'],
  euromap: ['mode', 'cycle', 'alarm'],
  machinery: ['state', 'mode'],
  mtconnect: [
    'execution',
    'mode',
    'functionalMode',
    'emergencyStop',
    'availability',
    'equipmentMode',
    'waitState',
    'condition',
  ],
  packml: ['state', 'mode', 'reason'],
  'packml-30060': ['state', 'mode', 'reason'],
  'semi-e10': ['state', 'reason'],
  weihenstephan: ['state', 'program'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Name of a built-in vocabulary. */
export type VocabularyName = keyof typeof vocabularyInputs;

/** The names of the built-in vocabularies. */
export const vocabularyNames = Object.freeze(Object.keys(vocabularyInputs)) as readonly VocabularyName[];
