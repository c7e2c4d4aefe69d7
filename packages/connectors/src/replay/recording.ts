import {
  type Condition,
  conditionLevels,
  type EquipmentState,
  isEquipmentState,
  type Quality,
  qualities,
  type Refusal,
  type SignalKind,
} from '@twinfloor/core';

/** What the head of a recording calls itself. */
export const recordingFormat = 'twinfloor-recording-1';
const kinds: readonly SignalKind[] = ['state', 'counter', 'number', 'text', 'condition'];

/** One signal of a recording. */
export interface RecordedSignal {
  readonly name: string;
  readonly kind: SignalKind;
  readonly unit?: string;
  /** What MTConnect calls it, e.g. `EXECUTION`; for the test agent. Default: what its name most likely means. */
  readonly type?: string;
}

/** The first line of a recording. */
export interface RecordingHead {
  readonly name: string;
  /** Where the data came from. */
  readonly source: string;
  readonly licence: string;
  readonly attribution?: string;
  /** IANA name of the place. */
  readonly timeZone?: string;
  /** Begin and end of what was watched, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly signals: readonly RecordedSignal[];
}

/** A canonical state with the word of the source beside it. */
export interface RecordedState {
  readonly state: EquipmentState;
  readonly source: string;
}

/** What was observed; `undefined`: the source had no value. */
export type RecordedValue = number | string | Condition | RecordedState | undefined;

/** A recording in memory: observations in columns, in order of time. */
export interface Recording {
  readonly head: RecordingHead;
  /** Milliseconds since the epoch. */
  readonly times: number[];
  /** Positions in `head.signals`. */
  readonly signals: number[];
  readonly values: RecordedValue[];
  readonly qualities: Quality[];
}

/**
 * Reads a recording piece by piece, so that a page can breathe in between. A line that cannot be understood is
 * refused by its number and the rest is kept.
 */
export class RecordingReader {
  readonly recording: Recording;
  #offset: number;
  #line = 1;
  #time: number;
  readonly #text: string;
  readonly #refuse: (refusal: Refusal) => void;

  /** @throws {RangeError} if the head is no head of a recording; the message says what is wrong with it */
  constructor(text: string, refuse: (refusal: Refusal) => void) {
    this.#text = text;
    this.#refuse = refuse;
    this.#offset = lineEnd(text, 0) + 1;
    const head = readHead(text.slice(0, this.#offset - 1));
    this.#time = head.from;
    this.recording = { head, times: [], signals: [], values: [], qualities: [] };
  }

  /** Reads some lines more. Returns whether there are further ones. */
  read(count: number): boolean {
    for (let n = 0; n < count && this.#offset < this.#text.length; n++) {
      const end = lineEnd(this.#text, this.#offset);
      const line = this.#text.slice(this.#offset, end).trim();
      this.#offset = end + 1;
      this.#line++;
      if (line !== '') this.#take(line);
    }
    return this.#offset < this.#text.length;
  }

  #take(line: string): void {
    const row = parsed(line);
    if (!Array.isArray(row)) {
      // What passed since the line before is part of all later times, so it is kept where it can be read.
      const passed = Number(/^\[\s*(\d+)/.exec(line)?.[1] ?? 0);
      this.#time += passed;
      return this.#reject(line, '[milliseconds, signal, value]');
    }
    const [passed, position, value, quality = 'good'] = row as unknown[];
    if (!(typeof passed === 'number' && Number.isFinite(passed) && passed >= 0)) {
      return this.#reject(line, 'milliseconds since the line before, 0 or more');
    }
    this.#time += passed;
    const { head, times, signals, values, qualities: marks } = this.recording;
    const signal = head.signals[position as number];
    if (!signal) return this.#reject(line, `a signal from 0 to ${head.signals.length - 1}`);
    if (!isQuality(quality)) return this.#reject(line, `quality: ${qualities.join(', ')}`);
    const read = readValue(value, signal);
    if (read === refused) return this.#reject(line, `a ${signal.kind} for ${signal.name}`);
    times.push(this.#time);
    signals.push(position as number);
    values.push(read);
    marks.push(quality);
  }

  #reject(found: string, allowed: string): void {
    this.#refuse({ place: `line ${this.#line}`, found: found.slice(0, 200), allowed });
  }
}

/**
 * Reads a whole recording at once.
 *
 * @throws {RangeError} if the head is no head of a recording
 */
export function parseRecording(text: string, refuse: (refusal: Refusal) => void = () => {}): Recording {
  const reader = new RecordingReader(text, refuse);
  reader.read(Infinity);
  return reader.recording;
}

const refused = Symbol('refused');

function readValue(value: unknown, { name, kind }: RecordedSignal): RecordedValue | typeof refused {
  if (kind === 'condition') return readCondition(value, name);
  if (value === null) return undefined;
  if (kind === 'state' && Array.isArray(value)) return readState(value);
  const allowed = kind === 'number' || kind === 'counter' ? 'number' : 'string';
  return typeof value === allowed ? (value as number | string) : refused;
}

function readState([state, source]: unknown[]): RecordedState | typeof refused {
  return isEquipmentState(state) && typeof source === 'string' ? { state, source } : refused;
}

function readCondition(value: unknown, key: string): Condition | typeof refused {
  if (value === null) return { key, level: 'unavailable' };
  const given = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const level = conditionLevels.find((each) => each === given['level']);
  const { code, severity, qualifier, text } = given;
  if (!level || ![given['key'], code, severity, qualifier, text].every(isOptionalText)) return refused;
  return { key, ...(given as Partial<Condition>), level };
}

function readHead(line: string): RecordingHead {
  const head = parsed(line.replace(/^\uFEFF/, '')) as Record<string, unknown> | undefined;
  if (typeof head !== 'object' || head === null) fail('format', line.slice(0, 80), recordingFormat);
  if (head['format'] !== recordingFormat) fail('format', head['format'], recordingFormat);
  const [from, to] = [timeOf(head, 'from'), timeOf(head, 'to')];
  if (to <= from) fail('to', head['to'], 'a time after `from`');
  const signals = head['signals'];
  if (!Array.isArray(signals) || signals.length === 0) fail('signals', signals, 'a list of signals');
  signals.forEach(checkSignal);
  for (const key of ['name', 'source', 'licence']) {
    if (typeof head[key] !== 'string') fail(key, head[key], 'a text');
  }
  return { ...(head as unknown as RecordingHead), from, to };
}

function checkSignal(signal: unknown, index: number): void {
  const { name, kind, unit } = (signal ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || name === '') fail(`signals[${index}].name`, name, 'a text');
  if (!kinds.includes(kind as SignalKind)) fail(`signals[${index}].kind`, kind, kinds.join(', '));
  if (!isOptionalText(unit)) fail(`signals[${index}].unit`, unit, 'a text');
}

function timeOf(head: Record<string, unknown>, key: string): number {
  const time = typeof head[key] === 'string' ? Date.parse(head[key]) : NaN;
  if (Number.isNaN(time)) fail(key, head[key], 'a time as in 2026-01-31T12:00:00Z');
  return time;
}

function fail(key: string, found: unknown, allowed: string): never {
  throw new RangeError(`invalid recording: line 1, ${key}: ${JSON.stringify(found)}, allowed: ${allowed}`);
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isQuality(word: unknown): word is Quality {
  return qualities.includes(word as Quality);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
