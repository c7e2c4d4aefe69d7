import { type Quality, qualities } from '@twinfloor/core';
import { type JsonPointer, jsonPointer } from './json-pointer.js';

/** Where in a message the parts of an observation stand, as JSON pointers. */
export interface PayloadSettings {
  readonly value?: string;
  readonly time?: string;
  readonly quality?: string;
  readonly equipment?: string;
  readonly signal?: string;
  readonly items?: string;
}

/** One thing that a message says, before anything is checked. */
export interface Item {
  /** Names of the message itself; where absent, those of the topic count. */
  readonly equipment: unknown;
  readonly signal: unknown;
  readonly value: unknown;
  /** `undefined`: the message says none, the time of arrival counts. */
  readonly time: unknown;
  readonly quality: unknown;
}

/** The keys under which a time is looked for when no pointer says where it stands. */
const usualTimes = ['timestamp_ms', 'timestamp', 'time'];

/** Keys of an object of several signals that are none. */
const notSignals = new Set([...usualTimes, 'quality']);

/** Takes messages apart. */
export class Payload {
  readonly #value: JsonPointer | undefined;
  readonly #time: JsonPointer | undefined;
  readonly #quality: JsonPointer;
  readonly #equipment: JsonPointer | undefined;
  readonly #signal: JsonPointer | undefined;
  readonly #items: JsonPointer | undefined;
  readonly #reserved: ReadonlySet<string>;

  constructor({ value, time, quality, equipment, signal, items }: PayloadSettings = {}) {
    const optional = (text: string | undefined): JsonPointer | undefined =>
      text === undefined ? undefined : jsonPointer(text);
    this.#value = optional(value);
    this.#time = optional(time);
    this.#quality = jsonPointer(quality ?? '/quality');
    this.#equipment = optional(equipment);
    this.#signal = optional(signal);
    this.#items = optional(items);
    const used = [time, quality, equipment].flatMap((pointer) => pointer?.split('/')[1] ?? []);
    this.#reserved = new Set([...notSignals, ...used]);
  }

  /** Whether a message says itself which equipment it speaks of. */
  get namesEquipment(): boolean {
    return this.#equipment !== undefined;
  }

  /**
   * The items of a message: those of a list, one for each key of an object of several signals, or one.
   *
   * @param signalIsKnown - whether the topic says which signal it is
   * @returns `undefined` when there is nothing where the pointer to the items says; a list may be empty
   */
  items(document: unknown, signalIsKnown: boolean): Item[] | undefined {
    const body = this.#items ? this.#items(document) : document;
    if (body === undefined) return undefined;
    const bodies: readonly unknown[] = Array.isArray(body) ? body : [body];
    const items = bodies.flatMap((each) => this.#itemsOf(each, document, signalIsKnown));
    return items.length === 0 && bodies.length > 0 ? undefined : items;
  }

  /** One part of a message as an item, with the time and quality of the message. */
  part(document: unknown, pointer: JsonPointer): Item {
    return {
      equipment: undefined,
      signal: undefined,
      value: pointer(document),
      time: this.#timeOf(document),
      quality: this.#quality(document),
    };
  }

  #itemsOf(body: unknown, document: unknown, signalIsKnown: boolean): Item[] {
    if (!signalIsKnown && this.#signal === undefined) return this.#signalsOf(body, document);
    return [
      {
        equipment: this.#equipment && (this.#equipment(body) ?? this.#equipment(document)),
        signal: this.#signal?.(body),
        value: this.#valueOf(body),
        time: this.#timeOf(body) ?? this.#timeOf(document),
        quality: this.#quality(body) ?? this.#quality(document),
      },
    ];
  }

  /** An object of several signals: `{ "power": 12.5, "state": "running", "timestamp_ms": … }`. */
  #signalsOf(body: unknown, document: unknown): Item[] {
    if (typeof body !== 'object' || body === null) {
      return [{ equipment: undefined, signal: undefined, value: body, time: undefined, quality: undefined }];
    }
    const equipment = this.#equipment && (this.#equipment(body) ?? this.#equipment(document));
    const time = this.#timeOf(body) ?? this.#timeOf(document);
    const quality = this.#quality(body) ?? this.#quality(document);
    return Object.entries(body)
      .filter(([key]) => !this.#reserved.has(key))
      .map(([signal, value]) => ({
        equipment,
        signal,
        value: this.#valueOf(value),
        time: this.#timeOf(value) ?? time,
        quality: this.#quality(value) ?? quality,
      }));
  }

  /** Without a pointer: the thing itself, or what stands under `value`. */
  #valueOf(body: unknown): unknown {
    if (typeof body !== 'object' || body === null) return body;
    if (this.#value) return this.#value(body);
    return Object.hasOwn(body, 'value') ? (body as { value: unknown }).value : body;
  }

  #timeOf(body: unknown): unknown {
    if (typeof body !== 'object' || body === null) return undefined;
    if (this.#time) return this.#time(body);
    const key = usualTimes.find((each) => Object.hasOwn(body, each));
    return key === undefined ? undefined : (body as Record<string, unknown>)[key];
  }
}

/** Below this a number is a time in seconds: as milliseconds it would be in 1973. */
const secondsLimit = 1e11;

/** Above this a number is no time in milliseconds: it would be in the year 5138. */
const millisecondsLimit = 1e14;

/** ISO 8601 with `Z` or an offset. Without such a form `Date.parse` takes many words for a time: `Mozart 3 Z`. */
const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * A time as messages write it, in milliseconds since the epoch: a number of milliseconds or seconds, also as a
 * text, or ISO 8601 with `Z` or an offset. `undefined` for anything else.
 */
export function timeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number === 'number') {
    if (!(number > 0 && number < millisecondsLimit)) return undefined;
    return number < secondsLimit ? number * 1000 : number;
  }
  // Without an offset the reader's own zone would count, which is seldom that of the plant.
  if (typeof number !== 'string' || !momentPattern.test(number)) return undefined;
  const time = Date.parse(number);
  return Number.isNaN(time) ? undefined : time;
}

/** Qualities of OPC DA by bits 6 and 7, as many gateways hand them on: 192 is good, 24 bad. The third is not used. */
const classicQualities: readonly Quality[] = ['bad', 'uncertain', 'bad', 'good'];

/**
 * A quality as messages write it: `good`, `uncertain`, `bad` in any case, a status code of OPC UA, whose two highest
 * bits say it, or one of OPC DA from 1 to 255, which no status code of OPC UA is. 0 is good, as in OPC UA. `undefined`
 * for anything else.
 */
export function qualityOf(value: unknown): Quality | undefined {
  if (typeof value === 'string') return qualities.find((quality) => quality === value.toLowerCase());
  if (!(typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32))
    return undefined;
  if (value > 0 && value < 256) return classicQualities[value >> 6];
  return qualities[Math.min(Math.floor(value / 2 ** 30), 2)];
}
