import { boundsOf, dataTypeName, isInteger, isText } from './data-types.js';
import * as dataType from './data-type.js';
import { absent } from './metric-columns.js';
import * as valueField from './value-field.js';
import { digits, lengthed, tagged } from './write.js';

/** A metric that is to be written. */
export interface Command {
  readonly name: string;
  /** −1: it has none, and is named. */
  readonly alias: number;
  /** Code of the data type. */
  readonly type: number;
  readonly value: number | bigint | boolean | string;
}

/**
 * A payload with one metric that is to be written: its alias or else its name, its data type and its value. It has a
 * timestamp and no sequence number (Sparkplug 3.0, 6.4.20).
 *
 * @param timestamp - milliseconds since the epoch
 * @throws {Error} with a sentence for people if the value does not fit the data type
 */
export function commandPayload(
  { name, alias, type, value }: Command,
  timestamp: number,
): Uint8Array<ArrayBuffer> {
  const who = alias === absent ? lengthed(1, new TextEncoder().encode(name)) : tagged(2, alias);
  const metric = [...who, ...tagged(3, timestamp), ...tagged(4, type), ...valueBytes(type, value, name)];
  return Uint8Array.from([...tagged(1, timestamp), ...lengthed(2, metric)]);
}

function valueBytes(type: number, value: Command['value'], name: string): number[] {
  if (isInteger(type) || type === dataType.dateTime) return integerBytes(type, value, name);
  if (type === dataType.boolean) return tagged(valueField.boolean, truthOf(value, name) ? 1 : 0);
  if (type === dataType.float || type === dataType.double) return realBytes(type, value, name);
  if (isText(type)) {
    return lengthed(valueField.string, new TextEncoder().encode(String(value)));
  }
  throw new Error(`${name} is a ${dataTypeName(type)}, which cannot be asked for`);
}

function integerBytes(type: number, value: Command['value'], name: string): number[] {
  const number = typeof value === 'boolean' ? BigInt(value) : wholeOf(value, type);
  const [least, most] = boundsOf(type);
  if (number === undefined || number < least || number > most) {
    throw new Error(
      `${name} cannot become ${value}: a ${dataTypeName(type)} is a whole number from ${least} to ${most}`,
    );
  }
  const isLong = type === dataType.int64 || type === dataType.uint64 || type === dataType.dateTime;
  return isLong
    ? tagged(valueField.long, BigInt.asUintN(64, number))
    : tagged(valueField.int, BigInt.asUintN(32, number));
}

function wholeOf(value: number | bigint | string, type: number): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  if (/^\s*-?\d+\s*$/.test(value)) return BigInt(value.trim());
  const time = type === dataType.dateTime ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : BigInt(time);
}

function realBytes(type: number, value: Command['value'], name: string): number[] {
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  const isFloat = type === dataType.float;
  if (!Number.isFinite(isFloat ? Math.fround(number) : number)) {
    throw new Error(`${name} cannot become ${value}: a ${dataTypeName(type)} is a finite number`);
  }
  const bytes = new Uint8Array(isFloat ? Float32Array.of(number).buffer : Float64Array.of(number).buffer);
  return isFloat
    ? [...digits(valueField.float * 8 + 5), ...bytes]
    : [...digits(valueField.double * 8 + 1), ...bytes];
}

function truthOf(value: Command['value'], name: string): boolean {
  const word = String(value).toLowerCase();
  if (['true', '1', 'running'].includes(word)) return true;
  if (['false', '0', 'idle'].includes(word)) return false;
  throw new Error(`${name} cannot become ${value}: a Boolean is true or false, or 1 or 0`);
}
