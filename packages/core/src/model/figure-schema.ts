import {
  array,
  integer,
  maxValue,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  record,
  strictObject,
  string,
} from 'valibot';
import { indicatorIds, lossKinds } from './figure-types.js';
import { above, id, object, text, word } from './value-schemas.js';

export const reasonSchema = strictObject(
  { id: word, name: optional(text), loss: optional(picklist(lossKinds, lossKinds.join(', '))) },
  object,
);

export const lossesSchema = strictObject(
  {
    minorStopLimit: optional(above(0, 'seconds above 0'), 300),
    reasons: optional(array(reasonSchema, 'a list of reasons'), []),
  },
  object,
);

const sizeAllowed = 'a whole number from 1 to 25';

export const characteristicSchema = strictObject(
  {
    id,
    name: optional(text),
    signal: word,
    lowerSpecificationLimit: optional(number('a number')),
    upperSpecificationLimit: optional(number('a number')),
    target: optional(number('a number')),
    subgroupSize: optional(
      pipe(number(sizeAllowed), integer(sizeAllowed), minValue(1, sizeAllowed), maxValue(25, sizeAllowed)),
      1,
    ),
  },
  object,
);

export const indicatorBaselineSchema = strictObject({ value: number('a number'), period: word }, object);

export const indicatorSchema = strictObject(
  {
    id: picklist(indicatorIds, indicatorIds.join(', ')),
    definition: optional(text),
    unit: optional(word),
    baseline: indicatorBaselineSchema,
    targetChange: number('a relative change, e.g. 0.2 or -0.3'),
    value: optional(number('a number')),
  },
  object,
);

const fraction = 'a fraction above 0, at most 1';

export const targetsSchema = strictObject(
  {
    oee: optional(pipe(above(0, fraction), maxValue(1, fraction))),
    production: optional(
      record(string(), above(0, 'units an hour, above 0'), 'units an hour by equipment id'),
      {},
    ),
    indicators: optional(array(indicatorSchema, 'a list of indicators')),
  },
  object,
);
