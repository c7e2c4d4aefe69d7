import { qualities, type Quality, type Signal, type Twin } from '@twinfloor/core';
import { rowValue } from '../internal/batch-row.js';
import { type RecordedSignal, type RecordedValue, recordingFormat } from '../replay/recording.js';
import { knownValues } from './known-values.js';

/** What can be set of a recording. */
export interface RecordOptions {
  /** What is recorded, in words. Default: the name of the workshop. */
  readonly name?: string;
  /** Observations after which no more are taken. Default 1,000,000, about 60 MB while it runs. */
  readonly limit?: number;
}

/**
 * Records what the connectors of a twin deliver from now on, beginning with what is known now: a file that the
 * connector `replay` plays in any page with the same workshop file. What happened in a plant can so be looked at
 * elsewhere. Values that the host page gives to the twin itself are recorded too; credentials never are.
 *
 * @returns the recording under way; `stop()` ends it
 */
export function record(twin: Twin, options: RecordOptions = {}): RecordingUnderWay {
  return new RecordingUnderWay(twin, options);
}

/** A recording that has not ended. */
export class RecordingUnderWay {
  /** When it began, time of the twin in milliseconds. */
  readonly from: number;
  readonly #twin: Twin;
  readonly #name: string;
  readonly #limit: number;
  readonly #signals: RecordedSignal[] = [];
  readonly #positions = new Map<number, number>();
  readonly #rows: Row[] = [];
  readonly #end: () => void;
  #left = 0;

  constructor(twin: Twin, { name, limit = 1_000_000 }: RecordOptions) {
    if (!(Number.isInteger(limit) && limit > 0))
      throw new RangeError(`invalid limit: ${limit}, allowed: a whole number from 1`);
    this.#twin = twin;
    this.#name = name ?? nameOf(twin);
    this.#limit = limit;
    this.from = twin.clock.latest;
    this.#end = twin.tap((batch) => {
      for (let row = 0; row < batch.length; row++) {
        const signal = twin.signalOf(batch.signals[row]);
        const quality = qualities[batch.qualities[row]];
        if (signal) this.#take(signal, batch.times[row], rowValue(batch, row), quality);
      }
    });
  }

  /** How many observations it holds. */
  get observations(): number {
    return this.#rows.length;
  }

  /** How many came after it was full and are not in it. */
  get left(): number {
    return this.#left;
  }

  /** Ends the recording; the text of the file, a line of JSON for each observation. */
  stop(): string {
    this.#end();
    const begin = Array.from(knownValues(this.#twin, this.from), ({ signal, value, quality }) =>
      this.#row(signal, this.from, value, quality),
    );
    const rows = [...begin, ...this.#rows.sort((a, b) => a.time - b.time)];
    const last = rows.at(-1)?.time ?? this.from;
    const head = {
      format: recordingFormat,
      name: this.#name,
      source: 'recorded in a page',
      licence: 'not stated',
      ...(this.#left > 0 && { note: `${this.#left} observations are left out` }),
      timeZone: this.#twin.workshop.timeZone,
      from: iso(this.from),
      to: iso(Math.max(this.#twin.clock.latest, last + 1)),
      signals: this.#signals,
    };
    let before = this.from;
    const lines = rows.map(({ time, position, value, quality }) => {
      const line = [time - before, position, written(value), ...(quality === 'good' ? [] : [quality])];
      before = time;
      return JSON.stringify(line);
    });
    return [JSON.stringify(head), ...lines, ''].join('\n');
  }

  #take(signal: Signal, time: number, value: RecordedValue, quality: Quality): void {
    // What was before is in the value with which the recording begins.
    if (!(time >= this.from)) return;
    if (this.#rows.length < this.#limit) this.#rows.push(this.#row(signal, time, value, quality));
    else this.#left++;
  }

  #row({ handle, address, definition }: Signal, time: number, value: RecordedValue, quality: Quality): Row {
    let position = this.#positions.get(handle);
    if (position === undefined) {
      const { kind, unit } = definition;
      position = this.#signals.push({ name: address, kind, ...(unit && { unit }) }) - 1;
      this.#positions.set(handle, position);
    }
    return { time, position, value, quality };
  }
}

interface Row {
  readonly time: number;
  readonly position: number;
  readonly value: RecordedValue;
  readonly quality: Quality;
}

function written(value: RecordedValue): unknown {
  if (value === undefined) return null;
  return typeof value === 'object' && 'state' in value ? [value.state, value.source] : value;
}

function nameOf({ workshop: { name } }: Twin): string {
  return typeof name === 'string' ? name : (Object.values(name)[0] ?? '');
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
