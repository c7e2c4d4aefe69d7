import { isText } from './data-types.js';
import * as valueField from './value-field.js';
import { numberAs, type Scalar, unfitField } from './scalar.js';
import { exactInteger, type Field, text } from './wire.js';

/**
 * The value of a cell of a DataSet, a parameter of a Template or a property: six fields in a row, for integers of 32
 * and 64 bits, Float, Double, Boolean and text.
 *
 * @param fields - those of the message that holds it
 * @param first - the number of the first of the six
 * @returns `undefined` where none of them is there
 * @throws {Unfit} if the value does not fit its type
 */
export function plainValue(
  bytes: Uint8Array,
  fields: readonly Field[],
  first: number,
  type: number,
): Scalar | undefined {
  const found = fields.findLast(({ tag }) => tag >> 3 >= first && tag >> 3 < first + wireTypes.length);
  if (!found) return undefined;
  const kind = (found.tag >> 3) - first;
  if ((found.tag & 7) !== wireTypes[kind]) return undefined;
  const field = valueField.int + kind;
  if (field === valueField.string) {
    if (isText(type)) return text(bytes, found.at);
    throw unfitField(field, type);
  }
  return numberAs(type, field, numberAt(bytes, found.at, field));
}

/** Variable integer, integer, 4 bytes, 8 bytes, integer, text. */
const wireTypes = [0, 0, 5, 1, 0, 2];

function numberAt(bytes: Uint8Array, at: number, field: number): number | bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (field === valueField.float) return view.getFloat32(at, true);
  if (field === valueField.double) return view.getFloat64(at, true);
  const exact = exactInteger(bytes, at);
  if (field === valueField.int) return Number(BigInt.asUintN(32, exact));
  if (field === valueField.boolean) return exact === 0n ? 0 : 1;
  return exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact;
}

/** The text of a field; `undefined` where the field is not there. */
export function textField(bytes: Uint8Array, fields: readonly Field[], tag: number): string | undefined {
  const found = fields.findLast((field) => field.tag === tag);
  return found && text(bytes, found.at);
}

/** The whole number of a field; `undefined` where the field is not there. */
export function integerField(bytes: Uint8Array, fields: readonly Field[], tag: number): number | undefined {
  const found = fields.findLast((field) => field.tag === tag);
  return found && Number(exactInteger(bytes, found.at));
}
