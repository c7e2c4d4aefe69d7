import { canonical } from './canonical.js';
import { euromap } from './euromap.js';
import { machinery } from './machinery.js';
import { mtconnect } from './mtconnect.js';
import { packml30060 } from './packml-30060.js';
import { packml } from './packml.js';
import { semiE10 } from './semi-e10.js';
import { type VocabularyName, vocabularyNames } from './vocabulary-inputs.js';
import type { Vocabulary } from './vocabulary.js';
import { weihenstephan } from './weihenstephan.js';

const vocabularies: Readonly<Record<VocabularyName, Vocabulary>> = {
  canonical,
  euromap,
  machinery,
  mtconnect,
  packml,
  'packml-30060': packml30060,
  'semi-e10': semiE10,
  weihenstephan,
};

/**
 * The built-in vocabulary of a name.
 *
 * @param name - as a binding writes it, e.g. `mtconnect`
 * @throws {RangeError} if there is none of that name; the message names those that there are
 */
export function vocabularyNamed(name: string): Vocabulary {
  if (Object.hasOwn(vocabularies, name)) return vocabularies[name as VocabularyName];
  throw new RangeError(`unknown vocabulary: ${name}, allowed: ${vocabularyNames.join(', ')}`);
}
