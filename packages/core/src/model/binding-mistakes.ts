import { vocabularyInputs, vocabularyNames } from '../vocabulary/vocabulary-inputs.js';
import type { SignalDefinition } from './signal.js';
import { isConvertible, unitsBeside } from './units.js';
import type { Binding } from './workshop-types.js';

/** What is wrong in a binding. */
export interface BindingMistake {
  /** The key that is wrong. */
  readonly key: 'from' | 'scale' | 'unit' | 'vocabulary';
  /** Of a `from` with several inputs: the input that the vocabulary has not. */
  readonly input?: string;
  readonly found: unknown;
  /** What would have been right, in words. */
  readonly allowed: string;
}

const several = 'several inputs';

/**
 * What does not fit between a binding and its signal; empty for a binding that can be used. The check of the workshop
 * file and the connectors both ask here.
 *
 * @param definition - of the signal that the binding names
 */
export function bindingMistakes(
  binding: Binding,
  definition: Pick<SignalDefinition, 'kind' | 'unit'>,
): BindingMistake[] {
  const { kind, unit } = definition;
  const isNumber = kind === 'number' || kind === 'counter';
  return [
    ...(kind === 'state' ? wordMistakes(binding) : plainMistakes(binding, kind)),
    ...(isNumber ? numberMistakes(binding, unit) : refused(binding, ['unit', 'scale'], kind)),
  ];
}

/** Whether the source is one and its words are left as they are. */
function plainMistakes(binding: Binding, kind: string): BindingMistake[] {
  const mistakes = refused(binding, ['vocabulary'], kind);
  if (typeof binding.from === 'string') return mistakes;
  return [...mistakes, { key: 'from', found: several, allowed: `text, as ${binding.signal} is a ${kind}` }];
}

/** Whether the words of the source can be mapped to states. */
function wordMistakes({ vocabulary, from }: Binding): BindingMistake[] {
  const name = vocabularyNames.find((one) => one === (vocabulary ?? 'canonical'));
  if (name === undefined) {
    return [{ key: 'vocabulary', found: vocabulary, allowed: vocabularyNames.join(', ') }];
  }
  if (typeof from === 'string') return [];
  const inputs: readonly string[] = vocabularyInputs[name];
  const given = Object.keys(from);
  const allowed = inputs.join(', ');
  if (given.length === 0) return [{ key: 'from', found: 'nothing', allowed }];
  const unknown = given.filter((input) => !inputs.includes(input));
  if (unknown.length > 0 && vocabulary === undefined) {
    return [{ key: 'from', found: several, allowed: 'text, as the binding has no vocabulary' }];
  }
  return unknown.map((input) => ({ key: 'from', input, found: input, allowed }));
}

function numberMistakes({ scale, unit }: Binding, target: string | undefined): BindingMistake[] {
  const mistakes: BindingMistake[] = [];
  if (scale !== undefined && !(Number.isFinite(scale) && scale !== 0)) {
    mistakes.push({ key: 'scale', found: scale, allowed: 'a number other than 0' });
  }
  // A signal without a unit is not converted.
  if (unit !== undefined && target !== undefined && !isConvertible(unit, target)) {
    mistakes.push({ key: 'unit', found: unit, allowed: unitsBeside(target).join(', ') });
  }
  return mistakes;
}

/** What a binding says though a signal of this kind allows none of it. */
function refused(binding: Binding, keys: readonly BindingMistake['key'][], kind: string): BindingMistake[] {
  return keys
    .filter((key) => binding[key] !== undefined)
    .map((key) => ({ key, found: binding[key], allowed: `nothing, as ${binding.signal} is a ${kind}` }));
}
