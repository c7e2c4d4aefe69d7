import { qualityCode as qualityCodes } from '../model/quality.js';
import { checkInterval, type Interval } from '../time/interval.js';
import { ColumnSeries } from './column-series.js';
import {
  checkCounterOptions,
  counterGrowth,
  type CounterOptions,
  type CounterStep,
  counterStep,
} from './counter-step.js';
import { moved, qualityShift } from './time-column.js';

/** The block of time in which a counter grew most. */
export interface BlockMaximum {
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Milliseconds since the epoch; does not belong to the block. */
  readonly to: number;
  /** Growth in the unit of the counter. */
  readonly amount: number;
}

const badCode = qualityCodes.bad;
const badMark = badCode << qualityShift;

/**
 * The readings of a counter (pieces, kWh) and how much it grew, whatever roll-overs and resets lie in between.
 *
 * Each reading has an offset; reading + offset is the total, and only differences of totals have a meaning. The
 * offset changes where the counter does not simply grow. So a late reading in a stretch of plain growth changes no
 * later offset, and no rounding adds up along the way. An observation of quality `bad` is no reading: it repeats
 * the reading before it, and the growth across it is still known from the readings on both sides.
 */
export class CounterSeries extends ColumnSeries {
  readonly kind = 'counter';
  /** What is known of the counter beside its readings. */
  readonly options: CounterOptions;
  #readings = new Float64Array(this.column.capacity);
  #offsets = new Float64Array(this.column.capacity);
  /** Position of the newest reading, -1 without one. */
  #newest = -1;
  readonly #steps: Record<CounterStep, number> = { growth: 0, rollOver: 0, reset: 0, jump: 0 };

  /** @throws {RangeError} if modulus or maximum rate are not above 0 */
  constructor(options: CounterOptions = {}) {
    super();
    checkCounterOptions(options);
    this.options = options;
  }

  get bytes(): number {
    return this.column.bytes + this.#readings.byteLength + this.#offsets.byteLength;
  }

  /** How often the counter started again after its last value. Dropped observations stay counted, as below. */
  get rollOvers(): number {
    return this.#steps.rollOver;
  }

  /** How often the counter fell back without a roll-over: it was set back or exchanged. */
  get resets(): number {
    return this.#steps.reset;
  }

  /** How many steps added nothing because they were larger than can be, or negative increments. */
  get jumps(): number {
    return this.#steps.jump;
  }

  /**
   * Adds a reading.
   *
   * @param time - milliseconds since the epoch
   * @param reading - the count so far, or what came new; ignored with quality `bad`
   * @returns whether anything changed
   * @throws {RangeError} if the time or the reading is not a finite number
   */
  append(time: number, reading: number, qualityCode: number): boolean {
    if (qualityCode !== badCode && !Number.isFinite(reading)) {
      throw new RangeError(`invalid reading: ${reading}, allowed: a finite number, or quality bad`);
    }
    const mark = qualityCode << qualityShift;
    const { column } = this;
    const position = column.append(time, mark);
    if (position < 0) return this.#place(time, reading, mark);
    if (position >= this.#readings.length) this.#grow(position);
    if (mark >= badMark) this.#carry(position);
    else {
      this.#settle(this.#newest, position, reading, 1);
      this.#newest = position;
    }
    return true;
  }

  /** What the source said; `undefined` for an observation of quality `bad`. */
  readingAt(index: number): number | undefined {
    const position = this.column.start + index;
    return this.#isReading(position) ? this.#readings[position] : undefined;
  }

  /** The growth since the first reading kept, up to and with an observation. */
  totalAt(index: number): number {
    const position = this.column.start + index;
    const first = this.#firstReading();
    return position < first ? 0 : this.#totalAt(position) - this.#base(first);
  }

  /**
   * How much the counter grew in an interval, where each growth belongs to the moment of the reading that shows
   * it: right for pieces. `undefined` without a reading at or before the interval's end. The growth that the first
   * reading kept may show is not known, so it counts as none.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  count(interval: Interval): number | undefined {
    checkInterval(interval);
    const first = this.#firstReading();
    if (first === this.column.end || this.column.times[first] > interval.to) return undefined;
    return this.#totalBefore(interval.to, first) - this.#totalBefore(interval.from, first);
  }

  /**
   * How much the counter grew in an interval, where it grows evenly from one reading to the next: right for
   * meters. Exact at readings; nothing is added before the first and after the last. `undefined` without a reading
   * at or before the interval's end.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  amount(interval: Interval): number | undefined {
    checkInterval(interval);
    const first = this.#firstReading();
    if (first === this.column.end || this.column.times[first] > interval.to) return undefined;
    return this.#amountUntil(interval.to, first) - this.#amountUntil(interval.from, first);
  }

  /**
   * The block of time in which the counter grew most, the earliest of equal ones. Blocks begin at multiples of
   * their length since the epoch and lie wholly in the interval. Blocks that touch a gap are left out: how much of
   * the growth across it fell into them is not known.
   *
   * @param blockLength - milliseconds, e.g. 900 000 for the demand of a supply contract
   * @throws {RangeError} if the interval is not finite or runs backwards, or the block length is not above 0
   */
  blockMaximum(interval: Interval, blockLength: number): BlockMaximum | undefined {
    checkInterval(interval);
    if (!(blockLength > 0)) throw new RangeError(`invalid block length: ${blockLength}, allowed: above 0`);
    const { column } = this;
    const first = this.#firstReading();
    if (first === column.end) return undefined;
    const firstTime = column.times[first];
    const gaps =
      firstTime < interval.to &&
      column.missingIn({ from: Math.max(firstTime, interval.from), to: interval.to }) > 0;
    let maximum: BlockMaximum | undefined;
    let from = Math.ceil(interval.from / blockLength) * blockLength;
    let before = this.#amountUntil(from, first);
    for (let to = from + blockLength; to <= interval.to; from = to, to += blockLength) {
      const after = this.#amountUntil(to, first);
      const amount = after - before;
      before = after;
      if (to < firstTime || (maximum !== undefined && amount <= maximum.amount)) continue;
      if (gaps && column.missingIn({ from: Math.max(from, Math.min(firstTime, to)), to }) > 0) continue;
      maximum = { from, to, amount };
    }
    return maximum;
  }

  protected override compacted(shift: number): void {
    const { end, capacity } = this.column;
    this.#readings = moved(this.#readings, shift, end + shift, capacity);
    this.#offsets = moved(this.#offsets, shift, end + shift, capacity);
    this.#newest = Math.max(this.#newest - shift, -1);
  }

  #place(time: number, reading: number, mark: number): boolean {
    const { column } = this;
    const found = column.place(time);
    if (found === undefined) return false;
    const position = found < 0 ? ~found : found;
    const wasReading = found < 0 && this.#isReading(position);
    const isReading = mark < badMark;
    if (found < 0) {
      if (column.marks[position] === mark && (!isReading || this.#readings[position] === reading))
        return false;
    }
    const before = this.#readingBefore(position);
    let after = this.#readingFrom(found < 0 ? position + 1 : position);
    const oldOffset = after < column.end ? this.#offsets[after] : 0;
    if (after < column.end) this.#settle(wasReading ? position : before, after, this.#readings[after], -1);
    if (wasReading) this.#settle(before, position, this.#readings[position], -1);
    if (found < 0) column.replace(position, mark);
    else {
      const { end } = column;
      column.insert(position, time, mark);
      if (end >= this.#readings.length) this.#grow(end);
      this.#readings.copyWithin(position + 1, position, end);
      this.#offsets.copyWithin(position + 1, position, end);
      after++;
    }
    if (isReading) this.#settle(before, position, reading, 1);
    else this.#carry(position);
    for (let index = position + 1; index < after; index++) this.#carry(index);
    if (after < column.end) this.#settle(isReading ? position : before, after, this.#readings[after], 1);
    this.#newest = this.#readingBefore(column.end);
    this.#shiftFrom(after + 1, after < column.end ? this.#offsets[after] - oldOffset : 0);
    return true;
  }

  /** Books the step from one reading (-1: none) to the next, or takes it back, and sets the next one's offset. */
  #settle(from: number, to: number, reading: number, sign: 1 | -1): void {
    const { times } = this.column;
    const readings = this.#readings;
    const offsets = this.#offsets;
    if (this.options.counting === 'increment') {
      if (reading < 0) this.#steps.jump += sign;
      offsets[to] = (from < 0 ? 0 : readings[from] + offsets[from]) - Math.min(reading, 0);
    } else if (from < 0) offsets[to] = 0;
    else {
      const previous = readings[from];
      const step = counterStep(previous, reading, times[to] - times[from], this.options);
      this.#steps[step] += sign;
      const growth = counterGrowth(step, previous, reading, this.options.modulus);
      offsets[to] = step === 'growth' ? offsets[from] : offsets[from] + (previous - reading) + growth;
    }
    readings[to] = reading;
  }

  /** Repeats the reading before an observation that is none. */
  #carry(position: number): void {
    const before = position > this.column.start ? position - 1 : -1;
    this.#readings[position] = before < 0 ? 0 : this.#readings[before];
    this.#offsets[position] = before < 0 ? 0 : this.#offsets[before];
  }

  #shiftFrom(position: number, shift: number): void {
    if (shift === 0) return;
    const offsets = this.#offsets;
    const { end } = this.column;
    for (let index = position; index < end; index++) offsets[index] += shift;
  }

  #isReading(position: number): boolean {
    return this.column.marks[position] < badMark;
  }

  /** Position of the last reading before a position, -1 without one kept. Linear in the bad ones between. */
  #readingBefore(position: number): number {
    const { start } = this.column;
    let index = position - 1;
    while (index >= start && !this.#isReading(index)) index--;
    return index < start ? -1 : index;
  }

  /** Position of the first reading at or after a position, `end` without one. Linear in the bad ones between. */
  #readingFrom(position: number): number {
    const { end } = this.column;
    let index = position;
    while (index < end && !this.#isReading(index)) index++;
    return index;
  }

  #firstReading(): number {
    return this.#readingFrom(this.column.start);
  }

  #totalAt(position: number): number {
    return this.#readings[position] + this.#offsets[position];
  }

  /** The total before the first reading: an increment is growth of its own, a total is where counting begins. */
  #base(first: number): number {
    const increment = this.options.counting === 'increment' ? Math.max(this.#readings[first], 0) : 0;
    return this.#totalAt(first) - increment;
  }

  #totalBefore(time: number, first: number): number {
    const holding = this.column.holding(time);
    const last = holding >= first && this.column.times[holding] === time ? holding - 1 : holding;
    return last < first ? this.#base(first) : this.#totalAt(last);
  }

  #amountUntil(time: number, first: number): number {
    const { times, end } = this.column;
    const holding = this.column.holding(time);
    if (holding < first) return this.#base(first);
    const total = this.#totalAt(holding);
    const after = this.#readingFrom(holding + 1);
    if (after === end) return total;
    const before = this.#isReading(holding) ? holding : this.#readingBefore(holding);
    const share = (time - times[before]) / (times[after] - times[before]);
    return total + (this.#totalAt(after) - total) * share;
  }

  #grow(length: number): void {
    this.#readings = moved(this.#readings, 0, length, this.column.capacity);
    this.#offsets = moved(this.#offsets, 0, length, this.column.capacity);
  }
}
