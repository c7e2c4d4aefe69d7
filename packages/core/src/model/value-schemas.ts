import {
  array,
  check,
  type GenericSchema,
  gtValue,
  minEntries,
  nonEmpty,
  number,
  pipe,
  record,
  regex,
  string,
  union,
} from 'valibot';
import { dayOfDate, zonedTime } from '../time/iso.js';

// The message of a schema is what it allows, in words: problems are told as found and allowed.

/** What all object schemas allow. */
export const object = 'an object';

const wordAllowed = 'text';

/** Text that is not empty. */
export const word = pipe(string(wordAllowed), nonEmpty(wordAllowed));

const idAllowed = 'text without blanks and without / + #';

/** An id that can be part of an address and of a topic. */
export const id = pipe(string(idAllowed), regex(/^[^\s/+#]+$/, idAllowed));

const textAllowed = 'text, or texts by language: { "en": …, "zh": … }';
const tagAllowed = 'a language tag, e.g. zh-CN';
const languageTag = pipe(string(tagAllowed), regex(/^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/, tagAllowed));

/** A name in one language or several. */
export const text = union(
  [word, pipe(record(languageTag, string(wordAllowed)), minEntries(1, textAllowed))],
  textAllowed,
);

/** A number above a bound. */
export function above(bound: number, allowed: string): GenericSchema<number> {
  return pipe(number(allowed), gtValue(bound, allowed));
}

const isoAllowed = 'an ISO 8601 time with zone, e.g. 2026-05-04T06:00:00+08:00';

/** A moment whose zone is written. */
export const isoTime = pipe(
  string(isoAllowed),
  regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/, isoAllowed),
  check((time) => zonedTime(time) !== undefined, isoAllowed),
);

/** Ids of equipment. */
export const ids = array(id, 'a list of equipment ids');

const timeAllowed = 'HH:MM from 00:00 to 24:00';
const startAllowed = 'HH:MM from 00:00 to 23:59';
/** Wall time as an end, `24:00` included. */
export const time = pipe(string(timeAllowed), regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, timeAllowed));

/** Wall time as a start. */
export const start = pipe(string(startAllowed), regex(/^([01]\d|2[0-3]):[0-5]\d$/, startAllowed));

const dateAllowed = 'a date: YYYY-MM-DD';
/** A local date. */
export const date = pipe(
  string(dateAllowed),
  regex(/^\d{4}-\d\d-\d\d$/, dateAllowed),
  check((day) => dayOfDate(day) !== undefined, dateAllowed),
);
