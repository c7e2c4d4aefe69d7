import { boundsOf, dataTypeName, isInteger } from './data-types.js';
import * as dataType from './data-type.js';
import * as valueField from './value-field.js';

/** A value that is one thing. Whole numbers beyond 2⁵³ are a `bigint`; times are milliseconds since the epoch. */
export type Scalar = number | bigint | boolean | string;

/** A value that its data type does not allow. The rest of the message can be used. */
export class Unfit extends Error {
  readonly found: string;
  readonly allowed: string;

  constructor(found: string, allowed: string) {
    super(`${found}, allowed: ${allowed}`);
    this.found = found;
    this.allowed = allowed;
  }
}

/**
 * The value of a number, as its data type means it.
 *
 * @param type - code of the data type
 * @param field - one of {@link valueField}: int, long, float, double or boolean
 * @param raw - the number as it was written, without a sign if it is an integer
 * @returns `undefined` for a number that is none (NaN): there is no value
 * @throws {Unfit} if the type has no such numbers, or they do not reach so far
 */
export function numberAs(type: number, field: number, raw: number | bigint): Scalar | undefined {
  if (type === dataType.boolean) {
    if (field === valueField.boolean) return raw !== 0;
  } else if (type === dataType.float || type === dataType.double) {
    if (field === valueField.float || field === valueField.double) return realAs(type, Number(raw));
  } else if (isInteger(type) || type === dataType.dateTime) {
    if (field === valueField.int || field === valueField.long) return integerAs(type, field, raw);
  }
  throw unfitField(field, type);
}

/** From the field of integers of 32 bits on. */
const fieldNames = [
  'an integer of 32 bits',
  'an integer of 64 bits',
  'a Float',
  'a Double',
  'a Boolean',
  'a text',
  'bytes',
  'a DataSet',
  'a Template',
  'an extension',
];

/** What is wrong with a value that stands in a field that its data type does not use. */
export function unfitField(field: number, type: number): Unfit {
  return new Unfit(fieldNames[field - valueField.int], `a value of ${dataTypeName(type)}`);
}

function realAs(type: number, value: number): number | undefined {
  if (Number.isNaN(value)) return undefined;
  if (!Number.isFinite(value)) throw new Unfit(String(value), `a finite ${dataTypeName(type)}`);
  return value;
}

/** Bounds by type. As numbers those of 64 bits are rounded outwards, and no value that was written is beyond them. */
const bounds = Array.from({ length: dataType.dateTime + 1 }, (_, type) => boundsOf(type).map(Number));

function integerAs(type: number, field: number, raw: number | bigint): number | bigint {
  const isSigned = type <= dataType.int64;
  let value = raw;
  if (isSigned && field === valueField.int) value = Number(raw) | 0;
  else if (typeof raw === 'bigint' && isSigned) value = BigInt.asIntN(64, raw);
  const [least, most] = bounds[type];
  if (value < least || value > most)
    throw new Unfit(String(value), `${dataTypeName(type)}: ${least} to ${most}`);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
