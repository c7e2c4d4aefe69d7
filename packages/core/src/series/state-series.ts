import { type EquipmentState, equipmentStates, stateCode, stateCount } from '../model/equipment-state.js';
import { type Quality, qualities, qualityCode as qualityCodes } from '../model/quality.js';
import { checkInterval, duration, type Interval } from '../time/interval.js';
import { ColumnSeries } from './column-series.js';
import { stateMask, StateTimes } from './state-times.js';
import { blockLength, qualityShift } from './time-column.js';
import { WordColumn } from './word-column.js';

/** A span of time in which state, words of the source and quality stay the same. */
export interface StateSegment {
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Milliseconds since the epoch; does not belong to the segment. */
  readonly to: number;
  /** `unknown` where the signal is missing. */
  readonly state: EquipmentState;
  /** The words of the source, empty before the first observation. */
  readonly source: string;
  readonly quality: Quality;
}

/** The state at a moment. */
export interface StateSample {
  readonly state: EquipmentState;
  readonly source: string;
  /** Since when the equipment has been in this state without a break, as far as is known. */
  readonly since: number;
  readonly quality: Quality;
}

const unknownCode = stateCode.unknown;
const badCode = qualityCodes.bad;

/** The state code in a byte of `StateSeries.packed`. */
export function codeOf(packed: number): number {
  return packed & stateMask;
}

/** The states of an equipment: ten bytes an observation (as long as the source uses no more
 * than 256 words) and a row of times per state for each 128. */
export class StateSeries extends ColumnSeries {
  readonly kind = 'state';
  readonly #sources = new WordColumn();
  readonly #times = new StateTimes();
  #repeats = 0;

  /**
   * Like `revision`, but it stays while the source only repeats what it said last: no picture of the states and no
   * figure changes by that, only how fresh they are.
   */
  get contentRevision(): number {
    return this.revision - this.#repeats;
  }

  get bytes(): number {
    return this.column.bytes + this.#sources.bytes + this.#times.bytes;
  }

  /** For painters: state code (bits 0 to 3, see {@link codeOf}) and quality code (bits 4 and 5). */
  get packed(): Uint8Array {
    return this.column.marks;
  }

  /**
   * Adds an observation.
   *
   * @param time - milliseconds since the epoch
   * @param code - state code; with quality `bad` the state counts as `unknown`
   * @param sourceWord - the words of the source
   * @returns whether anything changed
   * @throws {RangeError} if the time is not a finite number
   */
  append(time: number, code: number, sourceWord: string, qualityCode: number): boolean {
    const mark = (qualityCode === badCode ? unknownCode : code) | (qualityCode << qualityShift);
    const { column } = this;
    const position = column.append(time, mark);
    if (position < 0) return this.#place(time, mark, sourceWord);
    this.#sources.set(position, sourceWord, column.capacity);
    if ((position & (blockLength - 1)) === 0) this.#times.closeBlock(column, position);
    if (position > column.start && column.marks[position - 1] === mark) {
      if (this.#sources.codeAt(position) === this.#sources.codeAt(position - 1)) this.#repeats++;
    }
    return true;
  }

  /** The state code of an observation. */
  codeAt(index: number): number {
    return this.column.marks[this.column.start + index] & stateMask;
  }

  /** The state of an observation; `unknown` if its quality is bad. */
  stateAt(index: number): EquipmentState {
    return equipmentStates[this.codeAt(index)];
  }

  /** The words of the source of an observation. */
  sourceAt(index: number): string {
    return this.#sources.wordAt(this.column.start + index);
  }

  /** The state at a time; `undefined` before the first observation. */
  at(time: number): StateSample | undefined {
    const index = this.indexAt(time);
    if (index < 0) return undefined;
    const code = this.codeAt(index);
    return {
      state: equipmentStates[code],
      source: this.sourceAt(index),
      since: this.column.times[this.#runStart(this.column.start + index, code)],
      quality: this.qualityAt(index),
    };
  }

  /**
   * Milliseconds in each state, by state code. What is missing is in `unknown`; the sum is the length of the
   * interval.
   *
   * @param target - filled and returned, for callers that must not allocate; `stateCount` wide
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  timePerState(interval: Interval, target = new Float64Array(stateCount)): Float64Array {
    checkInterval(interval);
    target.fill(0);
    const { column } = this;
    const { from, to } = interval;
    const last = column.holding(to);
    if (last < column.start) {
      target[unknownCode] = to - from;
      return target;
    }
    const first = column.holding(from);
    if (last - first <= blockLength) this.#addBetween(first, last, interval, target);
    else {
      this.#times.addUntil(column, last, to, 1, target);
      const begin = Math.max(first, column.start);
      const beginTime = first < column.start ? column.times[begin] : from;
      this.#times.addUntil(column, begin, beginTime, -1, target);
      target[unknownCode] += beginTime - from;
    }
    return target;
  }

  /**
   * Milliseconds for each word of the source, words of quality `bad` (`UNAVAILABLE`) included. Time before the
   * first observation and time for which the source said nothing is not in it. Linear in the observations inside.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  timePerSource(interval: Interval): Map<string, number> {
    const perSource = new Map<string, number>();
    for (const segment of this.segments(interval)) {
      if (segment.quality === 'bad' && segment.source === '') continue;
      perSource.set(segment.source, (perSource.get(segment.source) ?? 0) + duration(segment));
    }
    return perSource;
  }

  /**
   * The interval in segments without a hole, equal neighbours merged, `unknown` of quality `bad` before the first
   * observation.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  segments(interval: Interval): StateSegment[] {
    checkInterval(interval);
    const { from, to } = interval;
    const segments: StateSegment[] = [];
    const { times, marks, start, end } = this.column;
    let index = this.column.holding(from);
    if (index < start && from < to) {
      const first = this.length > 0 ? Math.min(times[start], to) : to;
      if (from < first) segments.push({ from, to: first, state: 'unknown', source: '', quality: 'bad' });
      index = start;
    }
    while (index < end && times[index] < to && from < to) {
      const mark = marks[index];
      const source = this.#sources.codeAt(index);
      const begin = Math.max(times[index], from);
      do index++;
      while (
        index < end &&
        times[index] < to &&
        marks[index] === mark &&
        this.#sources.codeAt(index) === source
      );
      segments.push({
        from: begin,
        to: index < end ? Math.min(times[index], to) : to,
        state: equipmentStates[mark & stateMask],
        source: this.#sources.wordOf(source),
        quality: qualities[mark >> qualityShift],
      });
    }
    return segments;
  }

  protected override compacted(shift: number): void {
    const { end, capacity } = this.column;
    this.#sources.compact(shift, end + shift, capacity);
    this.#times.compact(shift, end + shift, capacity);
  }

  /** Where the run of equal states begins that a position belongs to. Goes back by whole blocks where it can. */
  #runStart(position: number, code: number): number {
    const { marks, start } = this.column;
    let first = position;
    while (first > start && (marks[first - 1] & stateMask) === code) {
      first--;
      while (
        (first & (blockLength - 1)) === 0 &&
        first - blockLength >= start &&
        this.#times.fillsBlock(this.column, first, code)
      ) {
        first -= blockLength;
      }
    }
    return first;
  }

  /** Adds what lies within one block or so; cheaper than two prefix sums. */
  #addBetween(first: number, last: number, { from, to }: Interval, target: Float64Array): void {
    const { times, marks, start } = this.column;
    let begin = from;
    let code = first < start ? unknownCode : marks[first] & stateMask;
    for (let index = first + 1; index <= last; index++) {
      target[code] += times[index] - begin;
      begin = times[index];
      code = marks[index] & stateMask;
    }
    target[code] += to - begin;
  }

  #place(time: number, mark: number, sourceWord: string): boolean {
    const { column } = this;
    const position = column.place(time);
    if (position === undefined) return false;
    if (position < 0) return this.#replace(~position, mark, sourceWord);
    const { end } = column;
    column.insert(position, time, mark);
    this.#sources.insert(position, end, sourceWord, column.capacity);
    this.#times.inserted(column, position);
    if (end > 0 && (end & (blockLength - 1)) === 0) this.#times.closeBlock(column, end);
    return true;
  }

  #replace(position: number, mark: number, sourceWord: string): boolean {
    const { column } = this;
    const before = column.marks[position];
    if (before === mark && this.#sources.has(position, sourceWord)) return false;
    column.replace(position, mark);
    this.#sources.set(position, sourceWord, column.capacity);
    this.#times.replaced(column, position, before & stateMask, mark & stateMask);
    return true;
  }
}
