import type { DataItem } from '../mtconnect/probe-document.js';
import type { RecordedValue } from './recording.js';

/** An observation with the number the agent gave it. */
export interface NumberedObservation {
  readonly sequence: number;
  readonly time: number;
  readonly item: DataItem;
  readonly value: RecordedValue;
}

/** What each data item says at one moment; of a condition each active entry. */
export type Snapshot = Map<DataItem, readonly NumberedObservation[]>;

/** The newest observations of an agent, numbered from 1; the oldest make room for new ones. */
export class ObservationBuffer {
  readonly #rows: NumberedObservation[] = [];
  /** Position in `#rows` of the oldest row that still counts. */
  #start = 0;
  #size: number;
  #next = 1;
  /** What held before the oldest row. */
  readonly #before: Snapshot = new Map();

  /** @throws {RangeError} if the size is not a whole number above 0 */
  constructor(size: number) {
    this.#size = checkedSize(size);
  }

  /** The largest number of observations it holds. */
  get size(): number {
    return this.#size;
  }

  get firstSequence(): number {
    return this.#next - (this.#rows.length - this.#start);
  }

  get nextSequence(): number {
    return this.#next;
  }

  add(item: DataItem, time: number, value: RecordedValue): void {
    this.#rows.push({ sequence: this.#next++, time, item, value });
    this.#trim();
  }

  /** Makes it smaller or larger; the oldest observations go first. */
  resize(size: number): void {
    this.#size = checkedSize(size);
    this.#trim();
  }

  /** What held when the observation of that number had been made. */
  at(sequence: number): Snapshot {
    const snapshot: Snapshot = new Map(this.#before);
    for (let index = this.#start; index < this.#rows.length; index++) {
      const row = this.#rows[index];
      if (row.sequence > sequence) break;
      apply(snapshot, row);
    }
    return snapshot;
  }

  /**
   * The observations from one number up to another (exclusive) that are wanted, at most `count`, and the number
   * with which to go on.
   */
  read(
    from: number,
    to: number,
    count: number,
    wanted: (item: DataItem) => boolean,
  ): [NumberedObservation[], number] {
    const found: NumberedObservation[] = [];
    for (let index = this.#start + from - this.firstSequence; index < this.#rows.length; index++) {
      const row = this.#rows[index];
      if (row.sequence >= to) return [found, row.sequence];
      if (!wanted(row.item)) continue;
      found.push(row);
      if (found.length === count) return [found, row.sequence + 1];
    }
    return [found, this.#next];
  }

  #trim(): void {
    while (this.#rows.length - this.#start > this.#size) apply(this.#before, this.#rows[this.#start++]);
    if (this.#start <= this.#size) return;
    // Cutting off many at once keeps adding O(1).
    this.#rows.splice(0, this.#start);
    this.#start = 0;
  }
}

function apply(snapshot: Snapshot, row: NumberedObservation): void {
  const { item, value } = row;
  if (
    typeof value === 'string' ||
    value.level === 'unavailable' ||
    (value.level === 'normal' && !value.code)
  ) {
    snapshot.set(item, [row]);
    return;
  }
  const others = (snapshot.get(item) ?? []).filter(
    (one) => isActive(one) && (one.value as { code?: string }).code !== value.code,
  );
  if (value.level !== 'normal') snapshot.set(item, [...others, row]);
  else snapshot.set(item, others.length > 0 ? others : [{ ...row, value: { level: 'normal' } }]);
}

function isActive({ value }: NumberedObservation): boolean {
  return typeof value === 'object' && (value.level === 'warning' || value.level === 'fault');
}

function checkedSize(size: number): number {
  if (!(Number.isInteger(size) && size > 0))
    throw new RangeError(`invalid bufferSize: ${size}, allowed: 1 or more`);
  return size;
}
