import {
  array,
  check,
  integer,
  type InferInput,
  type InferOutput,
  length,
  minLength,
  minValue,
  maxValue,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
} from 'valibot';
import { dayOfDate } from '../time/iso.js';
import { isTimeZone } from '../time/zone.js';
import { connectorSchema } from './connector-schema.js';
import { signalKinds } from './signal.js';
import { above, id, isoTime, object, text, word } from './value-schemas.js';
import { equipmentLevels, tariffBands, weekdays } from './workshop-types.js';

const ids = array(id, 'a list of equipment ids');
const seconds = above(0, 'seconds above 0');
const kilowatts = above(0, 'kW above 0');
const metres = number('a number of metres');

const lengthInMetres = above(0, 'metres above 0');

export const placementSchema = strictObject(
  {
    x: metres,
    y: metres,
    rotation: optional(number('degrees')),
    model: optional(word),
    width: optional(lengthInMetres),
    depth: optional(lengthInMetres),
    height: optional(lengthInMetres),
  },
  object,
);

export const zoneSchema = strictObject(
  {
    name: optional(text),
    equipment: optional(id),
    x: metres,
    y: metres,
    width: lengthInMetres,
    depth: lengthInMetres,
  },
  object,
);

const pointAllowed = 'a point: [x, y] in metres';
const pointsAllowed = 'a list of two points or more: [[x, y], [x, y]]';
const point = pipe(array(metres, pointAllowed), length(2, pointAllowed));

export const aisleSchema = strictObject(
  {
    points: pipe(array(point, pointsAllowed), minLength(2, pointsAllowed)),
    width: optional(lengthInMetres, 3),
  },
  object,
);

const elevationAllowed = 'degrees from 8 to 87';

export const viewSchema = strictObject(
  {
    name: text,
    equipment: optional(id),
    azimuth: optional(number('degrees')),
    elevation: optional(
      pipe(number(elevationAllowed), minValue(8, elevationAllowed), maxValue(87, elevationAllowed)),
    ),
  },
  object,
);

export const floorSchema = strictObject(
  {
    width: lengthInMetres,
    depth: lengthInMetres,
    zones: optional(array(zoneSchema, 'a list of zones'), []),
    aisles: optional(array(aisleSchema, 'a list of aisles'), []),
    views: optional(array(viewSchema, 'a list of views'), []),
  },
  object,
);

export const equipmentSchema = strictObject(
  {
    id,
    name: optional(text),
    level: picklist(equipmentLevels, equipmentLevels.join(', ')),
    type: optional(word),
    parent: optional(id),
    placement: optional(placementSchema),
    floor: optional(floorSchema),
    feeds: optional(ids),
    idealCycle: optional(seconds),
    ratedPower: optional(kilowatts),
    manufacturer: optional(word),
    modelName: optional(word),
    serialNumber: optional(word),
  },
  object,
);

export const productSchema = strictObject(
  {
    id,
    name: optional(text),
    unit: optional(word, 'pcs'),
    idealCycle: optional(record(string(), seconds, 'seconds by equipment id'), {}),
  },
  object,
);

const timeAllowed = 'HH:MM from 00:00 to 24:00';
const startAllowed = 'HH:MM from 00:00 to 23:59';
const time = pipe(string(timeAllowed), regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, timeAllowed));
const start = pipe(string(startAllowed), regex(/^([01]\d|2[0-3]):[0-5]\d$/, startAllowed));

export const breakSchema = strictObject({ name: optional(text), from: start, to: time }, object);

export const shiftSchema = strictObject(
  {
    name: text,
    from: start,
    to: time,
    days: optional(array(picklist(weekdays, weekdays.join(', ')), 'a list of days'), [...weekdays]),
    breaks: optional(array(breakSchema, 'a list of breaks'), []),
  },
  object,
);

export const plannedStopSchema = strictObject(
  { name: optional(text), from: isoTime, to: isoTime, equipment: optional(ids) },
  object,
);

const dateAllowed = 'a date: YYYY-MM-DD';
const date = pipe(
  string(dateAllowed),
  regex(/^\d{4}-\d\d-\d\d$/, dateAllowed),
  check((day) => dayOfDate(day) !== undefined, dateAllowed),
);

export const calendarSchema = strictObject(
  {
    shifts: optional(array(shiftSchema, 'a list of shifts'), []),
    plannedStops: optional(array(plannedStopSchema, 'a list of planned stops'), []),
    holidays: optional(array(date, 'a list of dates'), []),
    dayStart: optional(start),
  },
  object,
);

export const carrierSchema = strictObject({ id, name: optional(text), unit: word }, object);

export const meterSchema = strictObject(
  { equipment: id, carrier: optional(id, 'electricity'), measures: optional(ids) },
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
  },
  object,
);

export const tariffSchema = strictObject(
  {
    validFrom: optional(date),
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
  },
  object,
);

const minutesAllowed = 'whole minutes from 1 to 1440';

export const energySchema = strictObject(
  {
    carriers: optional(array(carrierSchema, 'a list of carriers'), []),
    meters: optional(array(meterSchema, 'a list of meters'), []),
    demandInterval: optional(
      pipe(
        number(minutesAllowed),
        integer(minutesAllowed),
        minValue(1, minutesAllowed),
        maxValue(1440, minutesAllowed),
      ),
      15,
    ),
    demandLimit: optional(kilowatts),
    tariffs: optional(array(tariffSchema, 'a list of tariffs'), []),
    emissionFactors: optional(array(emissionFactorSchema, 'a list of emission factors'), []),
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
  },
  object,
);

export const signalSchema = strictObject(
  {
    name: id,
    equipment: optional(ids),
    kind: optional(picklist(signalKinds, signalKinds.join(', '))),
    label: optional(text),
    unit: optional(word),
    expectedPeriod: optional(seconds),
    modulus: optional(above(0, 'a number above 0')),
    maximumRate: optional(above(0, 'a number above 0')),
    counting: optional(picklist(['total', 'increment'], 'total, increment')),
  },
  object,
);

const equipmentAllowed = 'a list of at least one equipment';

/** What is allowed for a time zone, in words. */
export const zoneAllowed = 'an IANA time zone, e.g. Asia/Shanghai';

/** The schema of a workshop file. Its messages say what is allowed; the JSON Schema is made from it. */
export const workshopSchema = strictObject(
  {
    $schema: optional(string('text')),
    id,
    name: optional(text),
    timeZone: optional(pipe(string(zoneAllowed), check(isTimeZone, zoneAllowed)), 'UTC'),
    equipment: pipe(array(equipmentSchema, equipmentAllowed), minLength(1, equipmentAllowed)),
    products: optional(array(productSchema, 'a list of products'), []),
    calendar: optional(calendarSchema, {}),
    energy: optional(energySchema, {}),
    targets: optional(targetsSchema, {}),
    connectors: optional(array(connectorSchema, 'a list of connectors'), []),
    signals: optional(array(signalSchema, 'a list of signals'), []),
    words: optional(record(string(), text, 'texts by what a source says')),
  },
  object,
);

/** A workshop file as it is written. */
export type WorkshopFile = InferInput<typeof workshopSchema>;

/** A workshop file with the defaults that do not depend on other parts. */
export type FilledWorkshopFile = InferOutput<typeof workshopSchema>;
