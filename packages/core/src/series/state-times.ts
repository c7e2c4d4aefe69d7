import { stateCount } from '../model/equipment-state.js';
import { blockCount, blockLength, blockShift, moved, type TimeColumn } from './time-column.js';

/** The lower four bits of a mark hold the state code. */
export const stateMask = 15;

/**
 * Checkpoints of the time in each state, one row of `stateCount` for each block of observations, so that the time
 * per state in any interval is a difference of two prefix sums.
 *
 * The sums are exact: times in milliseconds of this age of the world are multiples of 2⁻¹² below 2⁴¹, and sums of
 * such numbers need no rounding.
 */
export class StateTimes {
  #rows = new Float64Array(stateCount);

  get bytes(): number {
    return this.#rows.byteLength;
  }

  /** Adds the row of the block that begins at a position; all before it must be in place. */
  closeBlock({ times, marks }: TimeColumn, position: number): void {
    const row = (position >> blockShift) * stateCount;
    if (row + stateCount > this.#rows.length) this.#rows = moved(this.#rows, 0, row, row * 2);
    const rows = this.#rows;
    for (let slot = 0; slot < stateCount; slot++) rows[row + slot] = rows[row - stateCount + slot];
    for (let index = position - blockLength; index < position; index++) {
      rows[row + (marks[index] & stateMask)] += times[index + 1] - times[index];
    }
  }

  /**
   * Repairs what an observation at a position changes that was put in before others: the one before it holds for
   * less time, it holds until the next, and all later ones have moved by one place, so that each block has lost
   * its former last observation to the next block.
   */
  inserted(column: TimeColumn, position: number): void {
    const { times, marks, start, end } = column;
    const rows = this.#rows;
    const held = times[position + 1] - times[position];
    const state = marks[position] & stateMask;
    const before = position > start ? marks[position - 1] & stateMask : -1;
    let first = (position + blockLength - 1) & -blockLength;
    if (first === 0) first = blockLength;
    let row = (first >> blockShift) * stateCount;
    for (; first < end - 1; first += blockLength, row += stateCount) {
      rows[row + (marks[first] & stateMask)] -= times[first + 1] - times[first];
      if (state === before) continue;
      rows[row + state] += held;
      if (before >= 0) rows[row + before] -= held;
    }
  }

  /** Repairs what another state at a position changes. */
  replaced({ times, end }: TimeColumn, position: number, from: number, to: number): void {
    if (from === to || position + 1 === end) return;
    const rows = this.#rows;
    const held = times[position + 1] - times[position];
    for (let block = (position >> blockShift) + 1; block << blockShift < end; block++) {
      rows[block * stateCount + from] -= held;
      rows[block * stateCount + to] += held;
    }
  }

  /** Adds `sign` times the time in each state from the origin to a time not before the first observation. */
  addUntil(
    { times, marks }: TimeColumn,
    holding: number,
    time: number,
    sign: number,
    target: Float64Array,
  ): void {
    const block = holding >> blockShift;
    const row = block * stateCount;
    const rows = this.#rows;
    for (let slot = 0; slot < stateCount; slot++) target[slot] += sign * rows[row + slot];
    for (let index = block << blockShift; index < holding; index++) {
      target[marks[index] & stateMask] += sign * (times[index + 1] - times[index]);
    }
    target[marks[holding] & stateMask] += sign * (time - times[holding]);
  }

  /** Whether all observations of the block that ends before a position have one state. */
  fillsBlock({ times }: TimeColumn, position: number, code: number): boolean {
    const row = (position >> blockShift) * stateCount + code;
    return this.#rows[row] - this.#rows[row - stateCount] === times[position] - times[position - blockLength];
  }

  /** Moves the rows to the front; `end` and `capacity` are those of the column before and after. */
  compact(shift: number, end: number, capacity: number): void {
    const from = (shift >> blockShift) * stateCount;
    const to = Math.min(blockCount(end) * stateCount, this.#rows.length);
    this.#rows = moved(this.#rows, from, to, Math.max(blockCount(capacity), 1) * stateCount);
  }
}
