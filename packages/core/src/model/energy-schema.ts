import {
  array,
  integer,
  maxValue,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot';
import { coalBases, emissionMethods, tariffBands } from './energy-types.js';
import { above, date, id, ids, object, start, text, time, word } from './value-schemas.js';
import { weekdays } from './workshop-types.js';

const kilowatts = above(0, 'kW above 0');

export const carrierSchema = strictObject({ id, name: optional(text), unit: word }, object);

export const meterSchema = strictObject(
  {
    equipment: id,
    carrier: optional(id, 'electricity'),
    measures: optional(ids),
    parentMeter: optional(id),
  },
  object,
);

const monthAllowed = 'a month: 1 to 12';
const month = pipe(
  number(monthAllowed),
  integer(monthAllowed),
  minValue(1, monthAllowed),
  maxValue(12, monthAllowed),
);
const priceAllowed = 'a price of 0 or more';
const price = pipe(number(priceAllowed), minValue(0, priceAllowed));
const currencyAllowed = 'an ISO 4217 currency, e.g. CNY';

export const dayHoursSchema = strictObject({ from: start, to: time }, object);

export const tariffBandSchema = strictObject(
  {
    band: picklist(tariffBands, tariffBands.join(', ')),
    price,
    hours: array(dayHoursSchema, 'a list of hours'),
    months: optional(array(month, 'a list of months')),
    days: optional(array(picklist(weekdays, weekdays.join(', ')), 'a list of days')),
    dates: optional(array(date, 'a list of dates')),
  },
  object,
);

export const tariffSchema = strictObject(
  {
    validFrom: optional(date),
    version: optional(word),
    currency: pipe(string(currencyAllowed), regex(/^[A-Z]{3}$/, currencyAllowed)),
    bands: array(tariffBandSchema, 'a list of bands'),
  },
  object,
);

const yearAllowed = 'a year';
const factorAllowed = 'kg a unit, 0 or more';

export const emissionFactorSchema = strictObject(
  {
    carrier: optional(id, 'electricity'),
    factor: pipe(number(factorAllowed), minValue(0, factorAllowed)),
    year: optional(pipe(number(yearAllowed), integer(yearAllowed))),
    source: optional(word),
    method: optional(picklist(emissionMethods, emissionMethods.join(', '))),
  },
  object,
);

const coalAllowed = 'kgce a unit, 0 or more';

export const coalFactorSchema = strictObject(
  {
    carrier: optional(id, 'electricity'),
    factor: pipe(number(coalAllowed), minValue(0, coalAllowed)),
    basis: optional(picklist(coalBases, coalBases.join(', ')), 'equivalent'),
    year: optional(pipe(number(yearAllowed), integer(yearAllowed))),
    source: optional(word),
  },
  object,
);

export const energyBaselineSchema = strictObject(
  {
    id,
    equipment: id,
    carrier: optional(id, 'electricity'),
    drivers: array(word, 'a list of signal addresses'),
    from: date,
    to: date,
  },
  object,
);

const minutesAllowed = 'whole minutes from 1 to 1440';
const minutes = pipe(
  number(minutesAllowed),
  integer(minutesAllowed),
  minValue(1, minutesAllowed),
  maxValue(1440, minutesAllowed),
);
const fraction = 'a fraction above 0, at most 1';

export const energySchema = strictObject(
  {
    carriers: optional(array(carrierSchema, 'a list of carriers'), []),
    meters: optional(array(meterSchema, 'a list of meters'), []),
    demandInterval: optional(minutes, 15),
    demandLimit: optional(kilowatts),
    demandStep: optional(minutes),
    powerFactor: optional(pipe(above(0, fraction), maxValue(1, fraction))),
    tariffs: optional(array(tariffSchema, 'a list of tariffs'), []),
    emissionFactors: optional(array(emissionFactorSchema, 'a list of emission factors'), []),
    coalFactors: optional(array(coalFactorSchema, 'a list of coal factors')),
    baselines: optional(array(energyBaselineSchema, 'a list of baselines')),
  },
  object,
);
