import type { Interval } from '../time/interval.js';
import type { RetentionLimits } from './series.js';

/** Observations between two checkpoints. A query reads at most this many beside the checkpoints. */
export const blockLength = 128;
/** `index >> blockShift` is the block of an observation. */
export const blockShift = 7;
const blockMask = blockLength - 1;

/** Bits 4 and 5 of a mark are the quality code; bits 0 to 3 are free for the series. */
export const qualityShift = 4;
const badMark = 2 << qualityShift;

const firstCapacity = 16;
/** How far from the end a late observation is looked for first. */
const nearEnd = 8;

/**
 * What all series have in common: times in order with a mark (one byte) each, in arrays with spare capacity, and
 * checkpoints of the time in which nothing was known.
 *
 * A class of its own that the series hold, not a base class: its methods see one shape only, so that the engine
 * inlines them into the append of each series. Indexes are positions in the arrays, from `start` to `end`.
 */
export class TimeColumn {
  times = new Float64Array(firstCapacity);
  marks = new Uint8Array(firstCapacity);
  /** The missing time before the first observation of each block, since an origin that only differences may use. */
  missing = new Float64Array(1);
  /** Position of the oldest observation kept. */
  start = 0;
  /** Position after the newest observation. */
  end = 0;
  /** Whether a bad mark has ever come; without one, all checkpoints are 0 and need no repair. */
  #anyBad = false;
  revision = 0;
  lateCount = 0;
  dropped = 0;

  /** How many observations the arrays can take before they grow. */
  get capacity(): number {
    return this.times.length;
  }

  get bytes(): number {
    return this.times.byteLength + this.marks.byteLength + this.missing.byteLength;
  }

  get droppedBefore(): number | undefined {
    return this.dropped > 0 ? this.times[this.start] : undefined;
  }

  /**
   * Adds an observation that is later than all others.
   *
   * @returns its position, or -1 if it is not later: then `place` finds out where it belongs
   */
  append(time: number, mark: number): number {
    const end = this.end;
    if (end === 0 || !(time > this.times[end - 1]) || time === Infinity) return -1;
    if (end === this.times.length) this.#resize(end * 2);
    this.times[end] = time;
    this.marks[end] = mark;
    this.end = end + 1;
    this.revision++;
    if (mark >= badMark) this.#anyBad = true;
    if ((end & blockMask) === 0) this.#closeBlock(end);
    return end;
  }

  /**
   * Where an observation belongs that `append` did not take: its position, or the complement (`~position`) of the
   * observation of the same time. `undefined` if its time was dropped already; it is counted as dropped.
   *
   * @throws {RangeError} if the time is not a finite number
   */
  place(time: number): number | undefined {
    if (!Number.isFinite(time)) {
      throw new RangeError(`invalid time: ${time}, allowed: milliseconds since the epoch`);
    }
    if (this.dropped > 0 && time < this.times[this.start]) {
      this.dropped++;
      return undefined;
    }
    const after = this.#positionAfter(time);
    return after > this.start && this.times[after - 1] === time ? ~(after - 1) : after;
  }

  /** Puts an observation in at a position that `place` gave. */
  insert(position: number, time: number, mark: number): void {
    const { end } = this;
    if (end === this.times.length) this.#resize(end * 2);
    const { times, marks } = this;
    if (position < end) {
      times.copyWithin(position + 1, position, end);
      marks.copyWithin(position + 1, position, end);
      this.lateCount++;
    }
    times[position] = time;
    marks[position] = mark;
    this.end = end + 1;
    this.revision++;
    if (mark >= badMark) this.#anyBad = true;
    if (!this.#anyBad) return;
    if (position < end) this.#repairInserted(position);
    if (end > 0 && (end & blockMask) === 0) this.#closeBlock(end);
  }

  /** Gives an observation another mark. */
  replace(position: number, mark: number): void {
    const { times, marks, missing, end } = this;
    const change = (mark >= badMark ? 1 : 0) - (marks[position] >= badMark ? 1 : 0);
    marks[position] = mark;
    this.revision++;
    if (mark >= badMark) this.#anyBad = true;
    if (change === 0 || position + 1 === end) return;
    const shift = change * (times[position + 1] - times[position]);
    for (let block = (position >> blockShift) + 1; block << blockShift < end; block++)
      missing[block] += shift;
  }

  /** Position of the observation that holds at a time; `start - 1` before the first. */
  holding(time: number): number {
    const { times } = this;
    let low = this.start;
    let high = this.end;
    // Most questions are about the present.
    if (times[high - 1] <= time) return high - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (times[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Milliseconds of an interval in which nothing is known. */
  missingIn({ from, to }: Interval): number {
    if (this.end === 0) return to - from;
    const first = this.times[this.start];
    if (to <= first) return to - from;
    return from < first
      ? first - from + this.#missingBefore(to) - this.#missingBefore(first)
      : this.#missingBefore(to) - this.#missingBefore(from);
  }

  /** Drops what is beyond the limits; returns how many observations that were. */
  retain({ maximumAge, maximumCount }: RetentionLimits, now: number): number {
    if (this.end === 0) return 0;
    let start = this.start;
    if (maximumAge !== undefined) start = Math.max(start, this.holding(now - maximumAge));
    if (maximumCount !== undefined) start = Math.max(start, this.end - Math.max(maximumCount, 1));
    const dropped = start - this.start;
    if (dropped === 0) return 0;
    this.start = start;
    this.dropped += dropped;
    this.revision++;
    return dropped;
  }

  /**
   * Moves what is kept to the front when at least as much has been dropped, so that the moving costs O(1) an
   * observation in the long run, and shrinks the arrays when they are four times too large.
   *
   * @returns by how many positions all columns have to be moved, a multiple of `blockLength` so that the
   *   checkpoints stay where they are in their blocks; 0 if nothing is to be done
   */
  compact(): number {
    const { start, end } = this;
    if (start < 2 * blockLength || start < end - start) return 0;
    const shift = start & ~blockMask;
    const capacity = fittingCapacity(end - shift, this.capacity);
    this.times = moved(this.times, shift, end, capacity);
    this.marks = moved(this.marks, shift, end, capacity);
    this.missing = moved(this.missing, shift >> blockShift, blockCount(end), blockCount(capacity));
    this.start = start - shift;
    this.end = end - shift;
    return shift;
  }

  /**
   * The first position whose time is later. Late observations are usually recent, so it tries the end first; then
   * it searches outwards from where the time would stand if observations came evenly, which reads fewer cache
   * lines than halving from the middle and is at most twice as many steps.
   */
  #positionAfter(time: number): number {
    const { times, start, end } = this;
    let low = start;
    let high = end;
    if (high - low > 2 * nearEnd) {
      if (times[high - nearEnd] <= time) low = high - nearEnd + 1;
      else {
        high -= nearEnd;
        const share = (time - times[low]) / (times[high] - times[low]);
        let probe = share > 0 ? low + Math.floor(share * (high - low)) : low;
        let step = nearEnd;
        if (times[probe] <= time) {
          while (probe < high && times[probe] <= time) {
            low = probe + 1;
            probe += step;
            step *= 2;
          }
          if (probe < high) high = probe;
        } else {
          while (probe > low && times[probe] > time) {
            high = probe;
            probe -= step;
            step *= 2;
          }
          if (probe > low) low = probe + 1;
        }
      }
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (times[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Missing time between the origin and a time that is not before the first observation. */
  #missingBefore(time: number): number {
    const { times, marks } = this;
    const holding = this.holding(time);
    const block = holding >> blockShift;
    let sum = this.missing[block];
    for (let index = block << blockShift; index < holding; index++) {
      if (marks[index] >= badMark) sum += times[index + 1] - times[index];
    }
    return marks[holding] >= badMark ? sum + time - times[holding] : sum;
  }

  #closeBlock(position: number): void {
    if (!this.#anyBad) return;
    const { times, marks, missing } = this;
    const block = position >> blockShift;
    let sum = missing[block - 1];
    for (let index = position - blockLength; index < position; index++) {
      if (marks[index] >= badMark) sum += times[index + 1] - times[index];
    }
    missing[block] = sum;
  }

  /** All later observations have moved by one place and the one before the new one holds for less time. */
  #repairInserted(position: number): void {
    const { times, marks, missing, end, start } = this;
    const change =
      (marks[position] >= badMark ? 1 : 0) - (position > start && marks[position - 1] >= badMark ? 1 : 0);
    const shift = change * (times[position + 1] - times[position]);
    let block = Math.max(1, (position + blockMask) >> blockShift);
    for (let first = block << blockShift; first < end - 1; block++, first += blockLength) {
      missing[block] += marks[first] >= badMark ? shift - (times[first + 1] - times[first]) : shift;
    }
  }

  #resize(capacity: number): void {
    this.times = moved(this.times, 0, this.end, capacity);
    this.marks = moved(this.marks, 0, this.end, capacity);
    this.missing = moved(this.missing, 0, blockCount(this.end), blockCount(capacity));
  }
}

/** The number of blocks that so many observations take. */
export function blockCount(length: number): number {
  return (length + blockMask) >> blockShift;
}

/** The capacity after compaction: halved as long as at least half stays free. */
function fittingCapacity(length: number, capacity: number): number {
  let fitting = capacity;
  while (fitting > firstCapacity && length * 4 <= fitting) fitting /= 2;
  return fitting;
}

/** The items of a column from `from` to `to` at the front of an array of another length (in place if equal). */
export function moved<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  column: T,
  from: number,
  to: number,
  length: number,
): T {
  if (column.length === length) {
    column.copyWithin(0, from, to);
    return column;
  }
  const target = new (column.constructor as new (length: number) => T)(length);
  target.set(column.subarray(from, to));
  return target;
}
