import {
  type SignalKind,
  vocabularyInputs,
  type VocabularyName,
  vocabularyNamed,
  vocabularyNames,
} from '@twinfloor/core';

/** What a signal seems to be. */
export interface SignalGuess {
  readonly kind: Exclude<SignalKind, 'condition'>;
  /** States only: the vocabulary that knows all words that were heard. */
  readonly vocabulary?: VocabularyName;
}

/** So many readings have to grow before they are taken for those of a counter. */
const grown = 5;

/** Names of sums that grow in parts too small to be whole numbers. */
const sumName = /energy|total|kwh|consumption|energie|verbrauch|电能|总/i;

/**
 * What the values of a signal seem to mean: a number, a counter (whole numbers, or a sum by its name, that grew and
 * never fell), a state (words that one vocabulary knows) or a text. It is a guess from what was heard for a while:
 * a counter that stood still is taken for a number.
 */
export function guessOf(name: string, values: readonly unknown[]): SignalGuess {
  if (values.every((value) => typeof value === 'number')) {
    const distinct = new Set(values).size;
    const isGrowing = values.every((value, index) => index === 0 || value >= values[index - 1]);
    const isCounted = values.every(Number.isInteger) || sumName.test(name);
    return { kind: isGrowing && isCounted && distinct >= grown ? 'counter' : 'number' };
  }
  // A word that looks like a number is one in some vocabularies, but seldom meant so.
  const isWord = (value: unknown): value is string =>
    typeof value === 'string' && !/^\s*[\d.+-]*\s*$/.test(value);
  if (values.every(isWord)) {
    const vocabulary = vocabularyNames.find((each) => values.every((word) => isKnown(each, word)));
    if (vocabulary) return { kind: 'state', vocabulary };
  }
  return { kind: 'text' };
}

function isKnown(vocabulary: VocabularyName, word: string): boolean {
  return vocabularyNamed(vocabulary).state({ [vocabularyInputs[vocabulary][0]]: word }) !== undefined;
}
