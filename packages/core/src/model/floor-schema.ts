import { array, length, maxValue, minLength, minValue, number, optional, pipe, strictObject } from 'valibot';
import { above, id, object, text, word } from './value-schemas.js';

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
