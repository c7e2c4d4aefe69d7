import * as metricFlag from './metric-flag.js';
import * as valueField from './value-field.js';
import { cursor, exactInteger, integer, Malformed, skipped, text } from './wire.js';

/** What stands for an alias, a time or a number that a message has not. */
export const absent = -1;

/** The largest time that is one, in milliseconds since the epoch. */
const lastTime = 8_640_000_000_000_000;

/**
 * The metrics of one payload in columns: nothing is allocated for a metric, and what is rare (texts, properties, what
 * has parts) stays in the bytes until somebody asks for it.
 */
export class MetricColumns {
  /** The message. */
  bytes = new Uint8Array() as Uint8Array;
  /** When the payload was sent, in milliseconds since the epoch; −1: not said. */
  timestamp: number = absent;
  /** The sequence number; −1: not said. */
  sequence: number = absent;
  /** The number of metrics. */
  length = 0;
  /** Whether one of them has properties, or holds bytes, an array, a DataSet, a Template or an extension. */
  isRich = false;
  /** Aliases; −1: none. */
  aliases: Float64Array;
  /** Milliseconds since the epoch; −1: not said. */
  times: Float64Array;
  /** The numbers of int, long (exact up to 2⁵³), float, double and boolean; else where the value's length stands. */
  values: Float64Array;
  /** Where the content of the value stands. */
  places: Uint32Array;
  /** Where the length of the name stands; 0: no name. */
  names: Uint32Array;
  /** Where the metric begins and ends. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Codes of the data types; 0: not said. */
  types: Uint8Array;
  /** Which field holds the value, one of {@link valueField}. */
  fields: Uint8Array;
  /** Bits of {@link metricFlag}. */
  flags: Uint8Array;

  constructor(capacity = 64) {
    this.aliases = new Float64Array(capacity);
    this.times = new Float64Array(capacity);
    this.values = new Float64Array(capacity);
    this.places = new Uint32Array(capacity);
    this.names = new Uint32Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.types = new Uint8Array(capacity);
    this.fields = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  /**
   * Reads a payload.
   *
   * @param bytes - have to stay as they are while the columns are read
   * @throws {Malformed} if it is none; says at which byte
   */
  decode(bytes: Uint8Array): void {
    const end = bytes.length;
    const view = new DataView(bytes.buffer, bytes.byteOffset, end);
    this.bytes = bytes;
    this.length = 0;
    this.isRich = false;
    this.timestamp = this.sequence = absent;
    let at = 0;
    while (at < end) {
      const start = at;
      const tag = bytes[at];
      switch (tag) {
        case 18:
          at = this.#metric(bytes, view, at + 1, end);
          break;
        case 8:
          this.timestamp = integer(bytes, at + 1);
          if (this.timestamp > lastTime) throw new Malformed(start, 'a timestamp that is no time');
          at = cursor.at;
          break;
        case 24:
          this.sequence = integer(bytes, at + 1);
          if (this.sequence > 255) throw new Malformed(start, `the sequence number ${this.sequence}`);
          at = cursor.at;
          break;
        default: {
          const other = integer(bytes, at);
          at = skipped(bytes, other, cursor.at);
        }
      }
      if (!(at <= end)) throw new Malformed(start, 'a field that goes beyond the end');
    }
  }

  /** Reads the metrics of a template, which are fields of it as of a payload. */
  decodeTemplate(bytes: Uint8Array, start: number, end: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.bytes = bytes;
    this.length = 0;
    for (let at = start; at < end;) {
      const tag = integer(bytes, at);
      at = tag === 18 ? this.#metric(bytes, view, cursor.at, end) : skipped(bytes, tag, cursor.at);
    }
  }

  /** The name of a metric; `undefined` where the message has only its alias. */
  nameOf(row: number): string | undefined {
    return this.names[row] === 0 ? undefined : text(this.bytes, this.names[row]);
  }

  /** Reads one metric into the next row and gives the place behind it. */
  #metric(bytes: Uint8Array, view: DataView, at: number, limit: number): number {
    let length = bytes[at++];
    if (length > 127) {
      length = integer(bytes, at - 1);
      at = cursor.at;
    }
    const start = at;
    const end = start + length;
    if (!(end <= limit)) throw new Malformed(start, 'a metric that goes beyond the end');
    let alias = absent;
    let time = absent;
    let value = 0;
    let place = 0;
    let name = 0;
    let type = 0;
    let field = 0;
    let flags = 0;
    let last = at;
    while (at < end) {
      last = at;
      const tag = bytes[at++];
      switch (tag) {
        case 16:
          alias = bytes[at++];
          if (alias > 127) {
            alias = integer(bytes, at - 1);
            at = cursor.at;
            if (alias > Number.MAX_SAFE_INTEGER) throw new Malformed(last, 'an alias beyond 2⁵³');
          }
          break;
        case 24:
          time = integer(bytes, at);
          at = cursor.at;
          if (time > lastTime) throw new Malformed(last, 'a timestamp that is no time');
          break;
        case 105:
          if (at + 8 > end) throw new Malformed(last, 'a number that goes beyond the end of its metric');
          value = view.getFloat64((place = at), true);
          at += 8;
          field = valueField.double;
          break;
        case 101:
          if (at + 4 > end) throw new Malformed(last, 'a number that goes beyond the end of its metric');
          value = view.getFloat32((place = at), true);
          at += 4;
          field = valueField.float;
          break;
        case 80:
          value = integer(bytes, (place = at));
          at = cursor.at;
          // Some write a negative number of 32 bits with 64.
          if (value > 0xffff_ffff) value = Number(BigInt.asUintN(32, exactInteger(bytes, place)));
          field = valueField.int;
          break;
        case 88:
          value = integer(bytes, (place = at));
          at = cursor.at;
          field = valueField.long;
          break;
        case 112:
          value = integer(bytes, (place = at)) === 0 ? 0 : 1;
          at = cursor.at;
          field = valueField.boolean;
          break;
        case 32:
          type = integer(bytes, at);
          at = cursor.at;
          if (type > 255) type = 255;
          break;
        case 10:
          name = at;
          at = skipped(bytes, tag, at);
          break;
        case 40:
        case 48:
        case 56: {
          const bit = 1 << ((tag >> 3) - 5);
          flags = integer(bytes, at) === 0 ? flags & ~bit : flags | bit;
          at = cursor.at;
          break;
        }
        case 74:
          this.isRich = true;
          flags |= metricFlag.properties;
          at = skipped(bytes, tag, at);
          break;
        case 66:
          flags |= metricFlag.metadata;
          at = skipped(bytes, tag, at);
          break;
        default: {
          const other = integer(bytes, last);
          at = cursor.at;
          if ((other & 7) === 2 && other >= 122 && other <= 154) {
            value = place = at;
            field = other >> 3;
            if (field > valueField.string) this.isRich = true;
          }
          at = skipped(bytes, other, at);
        }
      }
    }
    if (at !== end) throw new Malformed(last, 'a field that goes beyond the end of its metric');
    const row = this.length++;
    if (row === this.times.length) this.#grow(row * 2);
    this.aliases[row] = alias;
    this.times[row] = time;
    this.values[row] = value;
    this.places[row] = place;
    this.names[row] = name;
    this.starts[row] = start;
    this.ends[row] = end;
    this.types[row] = type;
    this.fields[row] = field;
    this.flags[row] = flags;
    return at;
  }

  #grow(capacity: number): void {
    this.aliases = copied(this.aliases, new Float64Array(capacity));
    this.times = copied(this.times, new Float64Array(capacity));
    this.values = copied(this.values, new Float64Array(capacity));
    this.places = copied(this.places, new Uint32Array(capacity));
    this.names = copied(this.names, new Uint32Array(capacity));
    this.starts = copied(this.starts, new Uint32Array(capacity));
    this.ends = copied(this.ends, new Uint32Array(capacity));
    this.types = copied(this.types, new Uint8Array(capacity));
    this.fields = copied(this.fields, new Uint8Array(capacity));
    this.flags = copied(this.flags, new Uint8Array(capacity));
  }
}

function copied<T extends Uint8Array | Uint32Array | Float64Array>(source: T, target: T): T {
  target.set(source);
  return target;
}
