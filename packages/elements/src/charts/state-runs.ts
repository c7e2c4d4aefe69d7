import { stateCode, stateCount } from '@twinfloor/core';
import { codeOfPacked, type StateColumns } from './state-marks.js';
import type { AxisPiece } from './time-axis.js';

/** Narrower than this, in px, an interval is short; short ones that stand together are merged. */
export const shortWidth = 1.6;
/** Width of a column of merged intervals in px. */
export const columnWidth = 4;

const { setup, idle, starved, blocked, fault, maintenance } = stateCode;
const stops = new Set<number>([setup, idle, starved, blocked, fault, maintenance]);

/** Columns of merged intervals that stand side by side. */
export interface MergedGroup {
  readonly left: number;
  readonly right: number;
  /** How many short stops are merged in it: intervals that cost time, not those that were planned or are unknown. */
  readonly stops: number;
}

/**
 * The states of one row as what is to be painted, in px: bands, and columns with the true share of each state
 * where intervals under 1.6 px stand together. Filled piece by piece and cleared, so that nothing is allocated
 * for a frame.
 *
 * Together the bands and columns cover the time read, without a hole and without an overlap.
 */
export class StateRuns {
  /** Number of bands. */
  count = 0;
  left = new Float64Array(256);
  right = new Float64Array(256);
  states = new Uint8Array(256);
  /** Number of columns. */
  columns = 0;
  columnLeft = new Float64Array(64);
  columnRight = new Float64Array(64);
  /** Shares, 0 to 1, `stateCount` a column, by state code. */
  shares = new Float64Array(64 * stateCount);
  readonly groups: MergedGroup[] = [];

  // The short band that waits to see whether another one follows.
  #waiting = -1;
  #waitingLeft = 0;
  #waitingRight = 0;
  /** Whether its stop was counted in the column that it goes on from. */
  #waitingCounted = false;
  // The column being filled.
  #open = false;
  #columnLeft = 0;
  #columnFilled = 0;
  #stops = 0;

  clear(): void {
    this.count = 0;
    this.columns = 0;
    this.groups.length = 0;
  }

  /**
   * Adds what a series says about a piece of the axis.
   *
   * @param until - time after which nothing is to be drawn
   * @param knownUntil - time from which on nothing is known any more, if that is before `until`
   */
  read(series: StateColumns, piece: AxisPiece, until: number, knownUntil = until): void {
    const end = Math.min(piece.to, until);
    if (!(end > piece.from)) return;
    const scale = (piece.right - piece.left) / (piece.to - piece.from);
    const known = Math.max(piece.from, Math.min(end, knownUntil));
    const border = piece.left + (known - piece.from) * scale;
    if (known > piece.from) this.#readKnown(series, piece, known, scale);
    if (known < end) this.#add(stateCode.unknown, border, border + (end - known) * scale);
    this.#finish();
  }

  #readKnown(series: StateColumns, piece: AxisPiece, to: number, scale: number): void {
    const { times, packed, start, end } = series;
    let index = start + series.indexAt(piece.from);
    let state = index < start ? stateCode.unknown : codeOfPacked[packed[index]];
    let left = piece.left;
    for (;;) {
      let next = index + 1;
      while (next < end && times[next] < to && codeOfPacked[packed[next]] === state) next++;
      const last = next >= end || times[next] >= to;
      const right = piece.left + ((last ? to : times[next]) - piece.from) * scale;
      this.#add(state, left, right);
      if (last) break;
      index = next;
      state = codeOfPacked[packed[index]];
      left = right;
    }
  }

  #add(state: number, left: number, right: number): void {
    if (this.#open) {
      this.#addToColumn(state, left, right);
    } else if (right - left >= shortWidth) {
      this.#flushWaiting();
      this.#band(state, left, right);
    } else if (this.#waiting < 0) {
      this.#wait(state, left, right, false);
    } else {
      this.#openColumn(this.#waitingLeft);
      const waiting = this.#waiting;
      this.#waiting = -1;
      if (this.#waitingCounted) this.#stops--;
      this.#addToColumn(waiting, this.#waitingLeft, this.#waitingRight);
      // The first of the two was under a column's width, so the column is still open.
      this.#addToColumn(state, left, right);
    }
  }

  #wait(state: number, left: number, right: number, counted: boolean): void {
    this.#waiting = state;
    this.#waitingLeft = left;
    this.#waitingRight = right;
    this.#waitingCounted = counted;
  }

  #openColumn(left: number): void {
    this.#open = true;
    this.#columnLeft = left;
    this.#columnFilled = left;
    if (this.columns === this.columnLeft.length) this.#growColumns();
    const first = this.columns * stateCount;
    this.shares.fill(0, first, first + stateCount);
    const group = this.groups[this.groups.length - 1];
    if (group === undefined || Math.abs(group.right - left) > 1e-6) this.#stops = 0;
  }

  #addToColumn(state: number, left: number, right: number): void {
    const border = this.#columnLeft + columnWidth;
    const filled = Math.min(right, border);
    this.shares[this.columns * stateCount + state] += filled - left;
    this.#columnFilled = filled;
    const isStop = stops.has(state) && right - left < shortWidth;
    if (isStop) this.#stops++;
    if (right < border) return;
    this.#closeColumn();
    const rest = right - border;
    if (rest >= shortWidth) this.#band(state, border, right);
    else if (rest > 0) this.#wait(state, border, right, isStop);
  }

  #closeColumn(): void {
    this.#open = false;
    const left = this.#columnLeft;
    const right = this.#columnFilled;
    const width = right - left;
    const first = this.columns * stateCount;
    if (width > 0) for (let code = 0; code < stateCount; code++) this.shares[first + code] /= width;
    this.columnLeft[this.columns] = left;
    this.columnRight[this.columns] = right;
    this.columns++;
    const group = this.groups[this.groups.length - 1];
    if (group !== undefined && Math.abs(group.right - left) <= 1e-6) {
      this.groups[this.groups.length - 1] = { left: group.left, right, stops: this.#stops };
    } else {
      this.groups.push({ left, right, stops: this.#stops });
    }
  }

  #band(state: number, left: number, right: number): void {
    const index = this.count++;
    if (index === this.left.length) this.#growBands();
    this.left[index] = left;
    this.right[index] = right;
    this.states[index] = state;
  }

  #flushWaiting(): void {
    if (this.#waiting < 0) return;
    this.#band(this.#waiting, this.#waitingLeft, this.#waitingRight);
    this.#waiting = -1;
  }

  #finish(): void {
    this.#flushWaiting();
    if (this.#open) this.#closeColumn();
  }

  #growBands(): void {
    this.left = grown(this.left);
    this.right = grown(this.right);
    const states = new Uint8Array(this.states.length * 2);
    states.set(this.states);
    this.states = states;
  }

  #growColumns(): void {
    this.columnLeft = grown(this.columnLeft);
    this.columnRight = grown(this.columnRight);
    this.shares = grown(this.shares);
  }
}

function grown(column: Float64Array): Float64Array<ArrayBuffer> {
  const target = new Float64Array(column.length * 2);
  target.set(column);
  return target;
}
