import {
  array,
  boolean,
  type GenericSchema,
  integer,
  minEntries,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
} from 'valibot';
import { vocabularyNames } from '../../vocabulary/vocabulary-inputs.js';
import type { TextRule } from '../connector-rules.js';
import { id, object, text, word } from '../value-schemas.js';

const sources = 'text, or texts by input of the vocabulary';
const address = 'an address: equipment/signal';

export const bindingSchema = strictObject(
  {
    signal: pipe(string(address), regex(/^[^/\s]+\/[^/\s]+$/, address)),
    from: union([word, pipe(record(string(), word), minEntries(1, sources))], sources),
    to: optional(word),
    vocabulary: optional(picklist(vocabularyNames, vocabularyNames.join(', '))),
    unit: optional(word),
    scale: optional(number('a number')),
  },
  object,
);

/** The keys that every connector has beside `type`. */
export const common = {
  id: optional(id),
  name: optional(text),
  bindings: optional(array(bindingSchema, 'a list of bindings'), []),
};

export const flag = optional(boolean('true or false'));

export function whole(least: number): GenericSchema<number> {
  const allowed = `a whole number from ${least}`;
  return pipe(number(allowed), integer(allowed), minValue(least, allowed));
}

export function written({ pattern, allowed }: TextRule): GenericSchema<string> {
  return pipe(string(allowed), regex(pattern, allowed));
}
