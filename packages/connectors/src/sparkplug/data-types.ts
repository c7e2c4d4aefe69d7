import * as dataType from './data-type.js';

const withoutArrays = (
  'Unknown Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float Double Boolean String DateTime ' +
  'Text UUID DataSet Bytes File Template PropertySet PropertySetList'
).split(' ');

/** The data types of Sparkplug B, in the order of their codes (Sparkplug 3.0, 6.4.16). */
export const dataTypeNames: readonly string[] = [
  ...withoutArrays,
  ...withoutArrays.slice(1, 14).map((name) => `${name}Array`),
];

/** The name of a data type for people, e.g. `UInt16`. */
export function dataTypeName(type: number): string {
  return dataTypeNames[type] ?? `data type ${type}`;
}

/** Whether a data type is one of the eight integers. */
export function isInteger(type: number): boolean {
  return type >= dataType.int8 && type <= dataType.uint64;
}

/** Whether a data type is one of the three texts. */
export function isText(type: number): boolean {
  return type === dataType.string || type === dataType.text || type === dataType.uuid;
}

/** The least and the largest value of an integer type or of a DateTime. */
export function boundsOf(type: number): readonly [least: bigint, most: bigint] {
  if (type === dataType.dateTime) return [0n, 8_640_000_000_000_000n];
  const bits = 8n << BigInt((type - 1) % 4);
  return type >= dataType.uint8 ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}
