import * as core from '@twinfloor/core';
import type { Vocabulary } from '@twinfloor/core';

/**
 * The vocabulary of a binding.
 *
 * @throws {RangeError} if there is none of that name
 */
export function vocabularyOf(name: string): Vocabulary {
  const { vocabularyNamed } = core as { vocabularyNamed?: (name: string) => Vocabulary | undefined };
  const vocabulary = vocabularyNamed?.(name);
  if (!vocabulary) throw new RangeError(`invalid vocabulary: ${name}, allowed: the name of a vocabulary`);
  return vocabulary;
}
