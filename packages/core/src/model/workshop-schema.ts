import {
  array,
  boolean,
  check,
  type InferInput,
  type InferOutput,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  record,
  strictObject,
  string,
  union,
} from 'valibot';
import { isTimeZone } from '../time/zone.js';
import { alarmsSchema } from './alarm-schema.js';
import { connectorSchema } from './connectors/index.js';
import { energySchema } from './energy-schema.js';
import { characteristicSchema, lossesSchema, targetsSchema } from './figure-schema.js';
import { floorSchema, placementSchema } from './floor-schema.js';
import { signalKinds, zoneSeverities } from './signal.js';
import { above, date, id, ids, isoTime, object, start, text, time, word } from './value-schemas.js';
import { equipmentLevels, weekdays } from './workshop-types.js';

const seconds = above(0, 'seconds above 0');
const kilowatts = above(0, 'kW above 0');
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
    numericallyControlled: optional(boolean('true or false')),
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

export const calendarSchema = strictObject(
  {
    shifts: optional(array(shiftSchema, 'a list of shifts'), []),
    plannedStops: optional(array(plannedStopSchema, 'a list of planned stops'), []),
    holidays: optional(array(date, 'a list of dates'), []),
    dayStart: optional(start),
  },
  object,
);

const zonesAllowed = 'a list of zones from the lowest up';

export const conditionZoneSchema = strictObject(
  {
    name: text,
    below: optional(number('a number')),
    severity: picklist(zoneSeverities, zoneSeverities.join(', ')),
  },
  object,
);

const numberAllowed = 'a number';
const timeoutAllowed = 'seconds above 0, at most 86400';
const valuesAllowed = 'a list of at least one number or text';

export const requestSchema = strictObject(
  {
    minimum: optional(number(numberAllowed)),
    maximum: optional(number(numberAllowed)),
    step: optional(above(0, 'a number above 0')),
    values: optional(
      pipe(array(union([number(), word], valuesAllowed), valuesAllowed), minLength(1, valuesAllowed)),
    ),
    timeout: optional(pipe(above(0, timeoutAllowed), maxValue(86_400, timeoutAllowed))),
    tolerance: optional(pipe(number('a number from 0'), minValue(0, 'a number from 0'))),
    confirmedBy: optional(id),
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
    zones: optional(pipe(array(conditionZoneSchema, zonesAllowed), minLength(1, zonesAllowed))),
    request: optional(requestSchema),
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
    losses: optional(lossesSchema),
    characteristics: optional(array(characteristicSchema, 'a list of characteristics')),
    alarms: optional(alarmsSchema),
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
