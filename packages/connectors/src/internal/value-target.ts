import type { Condition, ObservationBatch, Quality, SignalKind } from '@twinfloor/core';
import { FilledGaps } from './filled-gaps.js';
import type { RawValue, Refuse, Target } from './target.js';

const decimal = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;

/** How sources write as a text that there is no number. */
const noNumber = /^\s*(nan|[+-]?inf(inity)?)?\s*$/i;

/** Whether a source says that it has no number. */
function saysNothing(raw: RawValue): boolean {
  return typeof raw === 'string' ? noNumber.test(raw) : true;
}

function textOf(raw: RawValue): string | undefined {
  return raw === undefined ? undefined : String(raw);
}

/** The number that a source wrote; `undefined` where it wrote something else. */
function numberOf(raw: string | number): number | undefined {
  const value = typeof raw === 'number' ? raw : decimal.test(raw) ? Number(raw) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A number, counter or text signal. */
export class ValueTarget implements Target {
  readonly signal: number;
  newest = -Infinity;
  #value: RawValue;
  #quality: Quality = 'bad';
  #before: { value: RawValue; quality: Quality; since: number } | undefined;
  #inGap = false;
  /** When the last gap began, in milliseconds. */
  #gap = -Infinity;
  readonly #filled = new FilledGaps();
  readonly #kind: SignalKind;
  readonly #convert: (value: number) => number;

  /** @param convert - from the source's unit and scale to the signal's */
  constructor(signal: number, kind: SignalKind, convert: (value: number) => number) {
    this.signal = signal;
    this.#kind = kind;
    this.#convert = convert;
  }

  observe(
    batch: ObservationBatch,
    time: number,
    raw: RawValue,
    quality: Quality,
    _input: string,
    refuse: Refuse,
  ): boolean {
    const isText = this.#kind === 'text';
    const number = isText || raw === undefined ? undefined : numberOf(raw);
    const isUsed = isText || number !== undefined || saysNothing(raw);
    if (!isUsed) refuse(raw, 'a number');
    // Where a source says something else than a number, the number that it said before holds no more.
    const value = isText ? textOf(raw) : number === undefined ? undefined : this.#convert(number);
    if (time >= this.newest) {
      this.newest = time;
      this.#value = value;
      this.#quality = quality;
      this.#inGap = false;
    }
    batch.add(this.signal, time, value, quality);
    for (const at of this.#filled.reachedBy(time)) batch.add(this.signal, at, value, quality);
    return isUsed;
  }

  observeCondition(
    _batch: ObservationBatch,
    _time: number,
    condition: Condition,
    _input: string,
    refuse: Refuse,
  ): boolean {
    refuse(condition.level, 'a value, not a condition');
    return false;
  }

  gap(batch: ObservationBatch, time: number): void {
    if (!this.#inGap) {
      this.#before = { value: this.#value, quality: this.#quality, since: this.newest };
    }
    this.#inGap = true;
    this.#gap = time;
    batch.add(this.signal, time, undefined);
    for (const at of this.#filled.after(time)) batch.add(this.signal, at, undefined);
  }

  keepGap(): void {
    if (!this.#inGap) return;
    this.#before = { ...this.#before!, value: undefined, quality: 'bad' };
    this.#filled.dropAfter(this.#gap);
  }

  resume(batch: ObservationBatch, time: number): void {
    const { value, quality, since } = this.#before ?? {
      value: this.#value,
      quality: this.#quality,
      since: this.newest,
    };
    this.#inGap = false;
    this.#filled.add(time, since);
    batch.add(this.signal, time, value, quality);
    for (const at of this.#filled.after(time)) batch.add(this.signal, at, value, quality);
  }
}
