import { boundsOf, dataTypeName } from './data-types.js';
import * as dataType from './data-type.js';
import { type Scalar, Unfit } from './scalar.js';
import { textBetween } from './wire.js';

/** Widths in bytes and how an element is read, by the type of the array from Int8Array on. */
const readers: readonly (readonly [width: number, read: (view: DataView, at: number) => number | bigint])[] =
  [
    [1, (view, at) => view.getInt8(at)],
    [2, (view, at) => view.getInt16(at, true)],
    [4, (view, at) => view.getInt32(at, true)],
    [8, (view, at) => view.getBigInt64(at, true)],
    [1, (view, at) => view.getUint8(at)],
    [2, (view, at) => view.getUint16(at, true)],
    [4, (view, at) => view.getUint32(at, true)],
    [8, (view, at) => view.getBigUint64(at, true)],
    [4, (view, at) => view.getFloat32(at, true)],
    [8, (view, at) => view.getFloat64(at, true)],
  ];

const booleanArray = 32;
const stringArray = 33;

/**
 * The elements of an array, little-endian; Booleans are packed behind their count, the first in the highest bit.
 *
 * @param type - code of the array's data type, 22 to 34
 * @returns `undefined` for an element that is no number
 * @throws {Unfit} if the bytes are no such array
 * @throws {Malformed} if a text is not UTF-8
 */
export function arrayOf(type: number, bytes: Uint8Array, start: number, end: number): (Scalar | undefined)[] {
  if (type === booleanArray) return booleansOf(bytes, start, end);
  if (type === stringArray) return textsOf(bytes, start, end);
  const [width, read] = type === dataType.dateTimeArray ? readers[7] : readers[type - dataType.int8Array];
  if ((end - start) % width !== 0) {
    throw new Unfit(`${end - start} bytes`, `${dataTypeName(type)}: a multiple of ${width} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  return Array.from({ length: (end - start) / width }, (_, index) =>
    elementOf(type, read(view, index * width)),
  );
}

function elementOf(type: number, value: number | bigint): number | bigint | undefined {
  if (typeof value === 'bigint') {
    if (type === dataType.dateTimeArray && value > boundsOf(dataType.dateTime)[1]) {
      throw new Unfit(String(value), 'a time in milliseconds since the epoch');
    }
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  return Number.isFinite(value) ? value : undefined;
}

function booleansOf(bytes: Uint8Array, start: number, end: number): boolean[] {
  const packed = start + 4;
  const count = packed <= end ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(start, true) : NaN;
  if (!(packed + Math.ceil(count / 8) === end)) {
    throw new Unfit(`${end - start} bytes`, 'BooleanArray: a count of 4 bytes and a bit for each');
  }
  return Array.from(
    { length: count },
    (_, index) => (bytes[packed + (index >> 3)] & (128 >> (index & 7))) !== 0,
  );
}

/** Texts that each end with a zero byte. */
function textsOf(bytes: Uint8Array, start: number, end: number): string[] {
  if (end > start && bytes[end - 1] !== 0)
    throw new Unfit('no zero at the end', 'StringArray: a zero after each text');
  const texts: string[] = [];
  for (let at = start; at < end;) {
    const zero = bytes.indexOf(0, at);
    texts.push(textBetween(bytes, at, zero));
    at = zero + 1;
  }
  return texts;
}
