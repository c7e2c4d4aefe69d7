import { integerField, plainValue } from './plain-value.js';
import { type Scalar, Unfit } from './scalar.js';
import { cursor, extentOf, fieldsOf, integer, text } from './wire.js';

/** A table. */
export interface DataSet {
  readonly columns: readonly string[];
  /** Codes of the data types of the columns. */
  readonly types: readonly number[];
  /** The cells row by row; `undefined`: no value. */
  readonly rows: readonly (readonly (Scalar | undefined)[])[];
}

/**
 * Reads a DataSet.
 *
 * @throws {Unfit} if it has not as many types and cells a row as columns
 * @throws {Malformed} if it is not what protocol buffers allow
 */
export function dataSetOf(bytes: Uint8Array, start: number, end: number): DataSet {
  const fields = fieldsOf(bytes, start, end);
  const count = integerField(bytes, fields, 8);
  const columns = fields.filter(({ tag }) => tag === 18).map(({ at }) => text(bytes, at));
  const types = fields.flatMap(({ tag, at }) => typesAt(bytes, tag, at));
  if (columns.length !== types.length || (count !== undefined && count !== columns.length)) {
    const found = `${columns.length} columns, ${types.length} types, said to be ${count ?? 'unknown'}`;
    throw new Unfit(found, 'a DataSet with a type for each column');
  }
  const rows = fields
    .filter(({ tag }) => tag === 34)
    .map(({ at }) => rowOf(bytes, ...extentOf(bytes, at), types));
  return { columns, types, rows };
}

/** Types stand one by one or packed. */
function typesAt(bytes: Uint8Array, tag: number, place: number): number[] {
  if (tag === 24) return [integer(bytes, place)];
  if (tag !== 26) return [];
  const types: number[] = [];
  const [start, end] = extentOf(bytes, place);
  for (let at = start; at < end; at = cursor.at) types.push(integer(bytes, at));
  return types;
}

function rowOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  types: readonly number[],
): (Scalar | undefined)[] {
  const cells = fieldsOf(bytes, start, end).filter(({ tag }) => tag === 10);
  if (cells.length !== types.length) throw new Unfit(`a row of ${cells.length}`, `rows of ${types.length}`);
  return cells.map(({ at }, column) => {
    const fields = fieldsOf(bytes, ...extentOf(bytes, at));
    return plainValue(bytes, fields, 1, types[column]);
  });
}
