import type { Condition } from '../model/condition.js';
import { type EquipmentState, equipmentStates, stateCode } from '../model/equipment-state.js';
import { type Quality, qualityCode } from '../model/quality.js';

/** What a row of a batch holds. */
export const rowKind = { empty: 0, number: 1, text: 2, state: 3, condition: 4 } as const;

/**
 * Observations on their way from a connector to the twin, in columns: a batch is filled, handed over with
 * `deliver`, cleared and filled again, so that nothing is allocated for an observation.
 *
 * Rows may come in any order and more than once; applying them is idempotent. Of two rows of one signal at one
 * time the later row counts.
 */
export class ObservationBatch {
  /** The number of rows. */
  length = 0;
  /** Signal handles, as `ConnectorContext.resolve` gave them. */
  signals: Uint32Array;
  /** Milliseconds since the epoch. */
  times: Float64Array;
  /** A number, or a position in `texts` or `conditions`. */
  values: Float64Array;
  /** Quality codes. */
  qualities: Uint8Array;
  /** What the row holds, one of {@link rowKind}. */
  kinds: Uint8Array;
  /** Codes of the rows that hold a state. */
  states: Uint8Array;
  readonly texts: string[] = [];
  readonly conditions: Condition[] = [];

  constructor(capacity = 64) {
    this.signals = new Uint32Array(capacity);
    this.times = new Float64Array(capacity);
    this.values = new Float64Array(capacity);
    this.qualities = new Uint8Array(capacity);
    this.kinds = new Uint8Array(capacity);
    this.states = new Uint8Array(capacity);
  }

  /**
   * Adds one observation of a number, counter or text signal.
   *
   * @param signal - handle of the signal
   * @param time - milliseconds since the epoch
   * @param value - `undefined` says that the source has no value: the signal is missing from then on
   */
  add(signal: number, time: number, value: number | string | undefined, quality: Quality = 'good'): void {
    if (typeof value === 'number') this.#push(signal, time, value, rowKind.number, quality);
    else if (value === undefined) this.#push(signal, time, 0, rowKind.empty, 'bad');
    else this.#push(signal, time, this.texts.push(value) - 1, rowKind.text, quality);
  }

  /**
   * Adds one observation of a state signal.
   *
   * @param source - the words of the source, kept beside the canonical state, e.g. `PROGRAM_STOPPED`
   */
  addState(
    signal: number,
    time: number,
    state: EquipmentState,
    source: string,
    quality: Quality = 'good',
  ): void {
    this.#push(signal, time, this.texts.push(source) - 1, rowKind.state, quality);
    this.states[this.length - 1] = stateCode[state];
  }

  /** Adds one report of a condition signal. */
  addCondition(signal: number, time: number, condition: Condition): void {
    this.#push(signal, time, this.conditions.push(condition) - 1, rowKind.condition, 'good');
  }

  /** The state that a row of kind `state` holds. */
  stateAt(row: number): EquipmentState {
    return equipmentStates[this.states[row]];
  }

  /** Empties the batch and keeps its memory. */
  clear(): void {
    this.length = 0;
    this.texts.length = 0;
    this.conditions.length = 0;
  }

  #push(signal: number, time: number, value: number, kind: number, quality: Quality): void {
    const row = this.length++;
    if (row === this.times.length) this.#grow(row * 2);
    this.signals[row] = signal;
    this.times[row] = time;
    this.values[row] = value;
    this.qualities[row] = qualityCode[quality];
    this.kinds[row] = kind;
  }

  #grow(capacity: number): void {
    this.signals = copied(this.signals, new Uint32Array(capacity));
    this.times = copied(this.times, new Float64Array(capacity));
    this.values = copied(this.values, new Float64Array(capacity));
    this.qualities = copied(this.qualities, new Uint8Array(capacity));
    this.kinds = copied(this.kinds, new Uint8Array(capacity));
    this.states = copied(this.states, new Uint8Array(capacity));
  }
}

function copied<T extends Uint8Array | Uint32Array | Float64Array>(source: T, target: T): T {
  target.set(source);
  return target;
}
