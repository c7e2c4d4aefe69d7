/** A message that is not what the protocol buffers of Sparkplug B allow. */
export class Malformed extends Error {
  /** Where the mistake was seen: bytes from the start of the message. */
  readonly offset: number;

  constructor(offset: number, found: string) {
    super(`byte ${offset}: ${found}`);
    this.offset = offset;
  }
}

/** Where the number that was read last ended. One for all: reading happens within one call. */
export const cursor = { at: 0 };

/** The longest variable integer, in bytes. */
const longestInteger = 10;

/**
 * Reads a variable integer and leaves `cursor.at` behind it. Exact up to 2⁵³; `exactInteger` reads larger ones.
 *
 * Does not look for the end of the bytes: behind it the value has no meaning and `cursor.at` is beyond the end,
 * which the caller has to compare in any case.
 */
export function integer(bytes: Uint8Array, at: number): number {
  let byte = bytes[at];
  if (byte < 128) {
    cursor.at = at + 1;
    return byte;
  }
  const start = at++;
  let value = byte & 127;
  let factor = 128;
  do {
    byte = bytes[at++];
    value += (byte & 127) * factor;
    factor *= 128;
  } while (byte > 127);
  if (at - start > longestInteger) throw new Malformed(start, 'an integer of more than 64 bits');
  cursor.at = at;
  return value;
}

/** Reads the variable integer at a place in full, modulo 2⁶⁴. */
export function exactInteger(bytes: Uint8Array, at: number): bigint {
  let value = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const byte = bytes[at++];
    value |= BigInt(byte & 127) << shift;
    if (!(byte > 127)) return BigInt.asUintN(64, value);
  }
}

/**
 * The place behind a field that is not used.
 *
 * @param tag - its number and wire type
 * @param at - where its content begins
 */
export function skipped(bytes: Uint8Array, tag: number, at: number): number {
  switch (tag & 7) {
    case 0:
      integer(bytes, at);
      return cursor.at;
    case 1:
      return at + 8;
    case 2: {
      const length = integer(bytes, at);
      return cursor.at + length;
    }
    case 5:
      return at + 4;
    default:
      throw new Malformed(at, `wire type ${tag & 7}`);
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** So long texts are put together letter by letter: below it a call of the decoder costs more. */
const shortText = 24;

/**
 * Reads the text whose length stands at a place.
 *
 * @throws {Malformed} if it is not UTF-8
 */
export function text(bytes: Uint8Array, at: number): string {
  const length = integer(bytes, at);
  return textBetween(bytes, cursor.at, cursor.at + length);
}

/** @throws {Malformed} if it is not UTF-8 */
export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  if (end > bytes.length) throw new Malformed(start, 'a text that goes beyond the end');
  if (end - start <= shortText) {
    let letters = '';
    let at = start;
    for (; at < end && bytes[at] < 128; at++) letters += String.fromCharCode(bytes[at]);
    if (at === end) return letters;
  }
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    throw new Malformed(start, 'a text that is not UTF-8');
  }
}

/** A field of a message inside a message. */
export interface Field {
  /** Its number and wire type. */
  readonly tag: number;
  /** Where its content begins: with its length, if it has one. */
  readonly at: number;
}

/**
 * The fields between two places, for messages that are too rare to be read in columns.
 *
 * @throws {Malformed} if a field goes beyond the end
 */
export function fieldsOf(bytes: Uint8Array, start: number, end: number): Field[] {
  const fields: Field[] = [];
  for (let at = start; at < end;) {
    const tag = integer(bytes, at);
    const content = cursor.at;
    const next = skipped(bytes, tag, content);
    if (!(next <= end)) throw new Malformed(at, 'a field that goes beyond its end');
    fields.push({ tag, at: content });
    at = next;
  }
  return fields;
}

/** Where the message, text or bytes whose length stands at a place begin and end. */
export function extentOf(bytes: Uint8Array, at: number): readonly [start: number, end: number] {
  const length = integer(bytes, at);
  return [cursor.at, cursor.at + length];
}
