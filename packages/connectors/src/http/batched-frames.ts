import { type Quality } from '@twinfloor/core';
import type { Bindings, SourceInput } from '../internal/bindings.js';
import type { ItemIntake } from '../internal/item-intake.js';
import { qualityOf, timeOf } from '../internal/payload.js';

/** A batched frame, before its columns are checked. */
export interface BatchedFrame {
  readonly signals?: unknown;
  readonly base?: unknown;
  readonly signal: readonly unknown[];
  readonly time: readonly unknown[];
  readonly value: readonly unknown[];
  readonly quality?: unknown;
}

/** Whether a message is a batched frame: it has the columns `signal`, `time` and `value`. */
export function isBatchedFrame(document: unknown): document is BatchedFrame {
  if (typeof document !== 'object' || document === null) return false;
  const { signal, time, value } = document as Record<string, unknown>;
  return Array.isArray(signal) && Array.isArray(time) && Array.isArray(value);
}

/** What a name of a frame stands for. */
interface Column {
  /** How the bindings know it; `undefined`: nobody does. */
  readonly source: string | undefined;
  readonly input: SourceInput | undefined;
  /** Names that nobody knows are refused once. */
  isRefused: boolean;
  /** Time of its newest observation on this connection. */
  newest: number;
  /** The row that only repeats what held before the connection was lost; -1: none. */
  repeated: number;
}

const allowedTime = 'milliseconds after the base';

/** So many names a frame may have; a page could not hold the signals of more. */
const mostNames = 100_000;

/** Reads batched frames straight into the batch: no object is made for a number. See `docs/batched-frames.md`. */
export class BatchedFrames {
  #names: readonly string[] = [];
  #columns: readonly Column[] = [];
  readonly #bindings: Bindings;
  readonly #intake: ItemIntake;

  constructor(bindings: Bindings, intake: ItemIntake) {
    this.#bindings = bindings;
    this.#intake = intake;
  }

  /** Forgets the names: they hold for one connection. */
  reset(): void {
    this.#names = [];
    this.#columns = [];
  }

  /**
   * Takes a frame. One whose columns do not fit together is refused as a whole.
   *
   * @param knownSince - what held before this time and is said again is an observation of now too
   */
  take(frame: BatchedFrame, place: string, now: number, knownSince: number): void {
    const { signals, signal, time, value, quality } = frame;
    const { length } = signal;
    if (signals !== undefined && !this.#name(signals, place)) return;
    if (
      time.length !== length ||
      value.length !== length ||
      (Array.isArray(quality) && quality.length !== length)
    ) {
      return this.#intake.refuse(
        place,
        `columns of ${length}, ${time.length} and ${value.length}`,
        'columns of one length',
      );
    }
    const base = frame.base === undefined || frame.base === 0 ? 0 : timeOf(frame.base);
    if (base === undefined) return this.#intake.refuse(place, frame.base, 'a time as base');
    const common = Array.isArray(quality) ? undefined : commonQuality(quality);
    const qualities = Array.isArray(quality) ? (quality as readonly unknown[]) : undefined;
    if (!common && !qualities) return this.#intake.refuse(place, quality, 'a quality, or a list of them');
    for (let row = 0; row < length; row++) {
      const position = signal[row];
      const column = typeof position === 'number' ? this.#columns[position] : undefined;
      const each = value[row];
      const at = time[row];
      if (!column?.input || typeof at !== 'number' || typeof each !== 'number' || qualities) {
        this.#takeOther(frame, row, column, base, common, place, knownSince);
        continue;
      }
      const said = base + at;
      if (!isTime(said)) {
        this.#intake.refuse(place, at, allowedTime);
        continue;
      }
      column.input.observe(said, each, common!, place);
      note(column, row, said, knownSince);
    }
    if (knownSince === -Infinity) return;
    for (const column of this.#columns) {
      if (column.repeated >= 0) this.#observe(frame, column.repeated, column.source!, now, common, place);
      column.repeated = -1;
    }
  }

  /** What is no plain number of a known signal. */
  #takeOther(
    frame: BatchedFrame,
    row: number,
    column: Column | undefined,
    base: number,
    common: Quality | undefined,
    place: string,
    knownSince: number,
  ): void {
    const { signal, time } = frame;
    if (!column)
      return this.#intake.refuse(
        place,
        signal[row],
        `a position in signals, 0 to ${this.#columns.length - 1}`,
      );
    if (column.source === undefined) {
      if (!column.isRefused)
        this.#intake.refuse(
          place,
          this.#names[signal[row] as number],
          'a signal of the workshop, or what a binding names',
        );
      column.isRefused = true;
      return;
    }
    const at = time[row];
    if (typeof at !== 'number' || !isTime(base + at)) return this.#intake.refuse(place, at, allowedTime);
    this.#observe(frame, row, column.source, base + at, common, place);
    note(column, row, base + at, knownSince);
  }

  #observe(
    { value, quality }: BatchedFrame,
    row: number,
    source: string,
    time: number,
    common: Quality | undefined,
    place: string,
  ): void {
    const item = {
      equipment: undefined,
      signal: undefined,
      value: value[row],
      time,
      quality: common ?? (quality as readonly unknown[])[row],
    };
    this.#intake.observeAt(source, time, item, place);
  }

  #name(signals: unknown, place: string): boolean {
    if (!Array.isArray(signals) || !signals.every((name) => typeof name === 'string')) {
      this.#intake.refuse(place, signals, 'a list of names as signals');
      return false;
    }
    if (signals.length > mostNames) {
      this.#intake.refuse(place, `${signals.length} signals`, `up to ${mostNames}`);
      return false;
    }
    const names = signals as readonly string[];
    // Most senders repeat them with each frame.
    if (names.length === this.#names.length && names.every((name, index) => name === this.#names[index]))
      return true;
    this.#names = names;
    this.#columns = names.map((name) => {
      const source = this.#bindings.has(name) ? name : this.#intake.sourceOf(name);
      return {
        source,
        input: source === undefined ? undefined : this.#bindings.input(source),
        isRefused: false,
        newest: -Infinity,
        repeated: -1,
      };
    });
    return true;
  }
}

function commonQuality(quality: unknown): Quality | undefined {
  return quality === undefined || quality === null ? 'good' : qualityOf(quality);
}

/** As for times that other messages say: after 1970, before 5138. */
function isTime(time: number): boolean {
  return time > 0 && time < 1e14;
}

function note(column: Column, row: number, time: number, knownSince: number): void {
  if (!(time > column.newest)) return;
  column.newest = time;
  column.repeated = time <= knownSince ? row : -1;
}
