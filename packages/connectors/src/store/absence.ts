import { type Condition, type ObservationBatch, rowKind } from '@twinfloor/core';
import { addRows, type Stretch } from './stretch.js';

/** The newest row of a signal that was kept; of a condition signal, of each condition. */
interface Known {
  readonly stretch: Stretch;
  readonly row: number;
  readonly time: number;
}

/**
 * The time in which the page was not there: nothing is known of a signal from when the page heard its sources last,
 * unless its source, once it is back, tells the past itself.
 */
export class Absence {
  readonly #heard: number;
  readonly #known = new Map<number, Map<string, Known>>();
  /** From when each signal is not known. */
  readonly #gaps = new Map<number, number>();

  /** @param heard - until when the page heard its sources, in milliseconds */
  constructor(heard: number) {
    this.#heard = heard;
  }

  /** Remembers what is kept of a signal. */
  note(signal: number, stretch: Stretch, row: number): void {
    const time = stretch.times[row];
    let rows = this.#known.get(signal);
    if (!rows) this.#known.set(signal, (rows = new Map<string, Known>()));
    const condition = conditionOf(stretch, row);
    const key = condition ? `${condition.key}\n${condition.code ?? ''}` : '';
    const before = rows.get(key);
    if (!before || time >= before.time) rows.set(key, { stretch, row, time });
  }

  /**
   * Writes that nothing is known of the signals from when each was heard last.
   *
   * @param told - the earliest time of which its source has told since, by signal
   */
  begin(batch: ObservationBatch, told: ReadonlyMap<number, number>): void {
    for (const [signal, rows] of this.#known) {
      const all = [...rows.values()];
      const from = Math.max(this.#heard, ...all.map(({ time }) => time + 1));
      if ((told.get(signal) ?? Infinity) <= from) continue;
      const conditions = all.map(({ stretch, row }) => conditionOf(stretch, row));
      const keys = new Set(
        conditions.flatMap((one) => (one && one.level !== 'unavailable' ? [one.key] : [])),
      );
      const isValue = conditions[0] === undefined;
      if (isValue && all[0].stretch.kinds[all[0].row] === rowKind.empty) continue;
      if (isValue) batch.add(signal, from, undefined);
      for (const key of keys) batch.addCondition(signal, from, { key, level: 'unavailable' });
      this.#gaps.set(signal, from);
    }
  }

  /**
   * Looks at what sources tell. A source that tells what was before the absence knows what was in it: then what was
   * known when it began holds on.
   */
  explain(batch: ObservationBatch, given: ObservationBatch): void {
    if (this.#gaps.size === 0) return;
    for (let row = 0; row < given.length; row++) {
      const signal = given.signals[row];
      const from = this.#gaps.get(signal);
      if (from === undefined) continue;
      this.#gaps.delete(signal);
      if (given.times[row] > from) continue;
      for (const { stretch, row: last } of this.#known.get(signal)?.values() ?? [])
        addAt(batch, signal, from, stretch, last);
    }
  }
}

/** One row of a stretch, at another time. */
function addAt(batch: ObservationBatch, signal: number, time: number, stretch: Stretch, row: number): void {
  const one = {
    ...stretch,
    signals: stretch.signals.subarray(row, row + 1),
    times: Float64Array.of(time),
    values: stretch.values.subarray(row, row + 1),
    qualities: stretch.qualities.subarray(row, row + 1),
    kinds: stretch.kinds.subarray(row, row + 1),
    states: stretch.states.subarray(row, row + 1),
  };
  addRows(batch, one, 1, () => signal);
}

function conditionOf({ kinds, values, conditions }: Stretch, row: number): Condition | undefined {
  return kinds[row] === rowKind.condition ? conditions[values[row]] : undefined;
}
