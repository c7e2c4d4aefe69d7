import { type Quality, qualityCode as qualityCodes } from '../model/quality.js';
import { checkInterval, type Interval } from '../time/interval.js';
import { ColumnSeries } from './column-series.js';
import { Pyramid } from './pyramid.js';
import { moved, qualityShift } from './time-column.js';

/** The value at a moment. */
export interface NumberSample {
  /** `undefined` if the quality is bad. */
  readonly value: number | undefined;
  /** When it was observed. */
  readonly time: number;
  readonly quality: Quality;
}

const badCode = qualityCodes.bad;

/** Measured values (kW, °C); a value holds until the next observation. */
export class NumberSeries extends ColumnSeries {
  readonly kind = 'number';
  #values = new Float64Array(this.column.capacity);
  readonly #pyramid = new Pyramid();

  get bytes(): number {
    return this.column.bytes + this.#values.byteLength + this.#pyramid.bytes;
  }

  /** For painters: values with spare capacity, valid from `start` to `end` until the next change; NaN: missing. */
  get values(): Float64Array {
    return this.#values;
  }

  /**
   * Adds an observation.
   *
   * @param time - milliseconds since the epoch
   * @param value - ignored with quality `bad`
   * @returns whether anything changed
   * @throws {RangeError} if the time or the value is not a finite number
   */
  append(time: number, value: number, qualityCode: number): boolean {
    const kept = qualityCode === badCode ? NaN : value;
    if (qualityCode !== badCode && !Number.isFinite(value)) {
      throw new RangeError(`invalid value: ${value}, allowed: a finite number, or quality bad`);
    }
    const { column } = this;
    const position = column.append(time, qualityCode << qualityShift);
    if (position < 0) return this.#place(time, kept, qualityCode << qualityShift);
    if (position >= this.#values.length) this.#values = moved(this.#values, 0, position, column.capacity);
    this.#values[position] = kept;
    return true;
  }

  /** The value of an observation; `undefined` if its quality is bad. */
  valueAt(index: number): number | undefined {
    return known(this.#values[this.column.start + index]);
  }

  /** The observation that holds at a time; `undefined` before the first. */
  at(time: number): NumberSample | undefined {
    const index = this.indexAt(time);
    if (index < 0) return undefined;
    return { value: this.valueAt(index), time: this.timeAt(index), quality: this.qualityAt(index) };
  }

  /**
   * The mean over the time in which a value is known, each value weighted by how long it held.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  mean(interval: Interval): number | undefined {
    const covered = this.covered(interval);
    return covered > 0 ? this.#integral(interval) / covered : undefined;
  }

  /**
   * The smallest value that held in the interval, the one that already held when it began included.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  minimum(interval: Interval): number | undefined {
    return this.#findExtremes(interval) ? this.#pyramid.minimum : undefined;
  }

  /**
   * The largest value that held in the interval, the one that already held when it began included.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  maximum(interval: Interval): number | undefined {
    return this.#findExtremes(interval) ? this.#pyramid.maximum : undefined;
  }

  /**
   * The sum of value times milliseconds over the time in which a value is known; `undefined` if there is none.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  integral(interval: Interval): number | undefined {
    return this.covered(interval) > 0 ? this.#integral(interval) : undefined;
  }

  /**
   * The interval in `width` columns of equal length, for drawing: the first, smallest, largest and last value that
   * held in each, the one that already held when the column began included; NaN where nothing is known.
   *
   * @param target - four numbers a column
   * @returns how many values and summaries were read; a column reads at most two leaves and a few nodes a level,
   *   whatever the length of the series
   * @throws {RangeError} if the interval is not finite or runs backwards, or the target is too short
   */
  drawColumns(target: Float64Array, interval: Interval, width: number): number {
    checkInterval(interval);
    if (target.length < width * 4) {
      throw new RangeError(`invalid target: ${target.length} numbers, allowed: at least ${width * 4}`);
    }
    const { from, to } = interval;
    const { times, start, end } = this.column;
    const pyramid = this.#pyramid;
    pyramid.update(times, this.#values, end);
    pyramid.touched = 0;
    let holding = this.column.holding(from);
    let guess = 0;
    for (let pixel = 0; pixel < width; pixel++) {
      const begin = from + ((to - from) * pixel) / width;
      const border = pixel + 1 === width ? to : from + ((to - from) * (pixel + 1)) / width;
      const next = nextFrom(times, holding + 1, end, border, guess);
      guess = next - holding - 1;
      if (holding + 1 < next && times[holding + 1] <= begin) holding++;
      if (begin < border) this.#drawColumn(target, pixel * 4, Math.max(holding, start), next);
      else target.fill(NaN, pixel * 4, pixel * 4 + 4);
      holding = next - 1;
    }
    return pyramid.touched;
  }

  protected override compacted(shift: number): void {
    const { end, capacity } = this.column;
    this.#values = moved(this.#values, shift, end + shift, capacity);
    this.#pyramid.clear();
  }

  #place(time: number, value: number, mark: number): boolean {
    const { column } = this;
    const found = column.place(time);
    if (found === undefined) return false;
    const values = this.#values;
    if (found < 0) {
      const position = ~found;
      if (column.marks[position] === mark && Object.is(values[position], value)) return false;
      column.replace(position, mark);
      values[position] = value;
      this.#pyramid.invalidate(position);
      return true;
    }
    const { end } = column;
    column.insert(found, time, mark);
    if (end >= values.length) this.#values = moved(values, 0, end, column.capacity);
    this.#values.copyWithin(found + 1, found, end);
    this.#values[found] = value;
    this.#pyramid.invalidate(found);
    return true;
  }

  /** Lets the pyramid find the extremes of what held in an interval; returns whether any value is known. */
  #findExtremes(interval: Interval): boolean {
    checkInterval(interval);
    const { times, start, end } = this.column;
    const next = this.#nextFrom(interval.to);
    if (next === start || interval.from === interval.to) return false;
    const first = Math.max(this.column.holding(interval.from), start);
    this.#pyramid.update(times, this.#values, end);
    this.#pyramid.extremes(this.#values, first, next);
    return this.#pyramid.minimum <= this.#pyramid.maximum;
  }

  /** The integral over an interval in which something is known. */
  #integral({ from, to }: Interval): number {
    const { times, start, end } = this.column;
    const values = this.#values;
    const first = Math.max(this.column.holding(from), start);
    const last = this.#nextFrom(to) - 1;
    const begin = Math.max(from, times[first]);
    if (first === last) return values[first] * (to - begin);
    this.#pyramid.update(times, values, end);
    return (
      orElse(values[first] * (times[first + 1] - begin), 0) +
      this.#pyramid.integral(times, values, first + 1, last) +
      orElse(values[last] * (to - times[last]), 0)
    );
  }

  /** Position of the first observation at or after a time. */
  #nextFrom(time: number): number {
    const holding = this.column.holding(time);
    return holding >= this.column.start && this.column.times[holding] === time ? holding : holding + 1;
  }

  /** Writes one column from the observations that hold in it, `first` to before `next`. */
  #drawColumn(target: Float64Array, offset: number, first: number, next: number): void {
    const values = this.#values;
    const pyramid = this.#pyramid;
    pyramid.extremes(values, first, next);
    if (pyramid.minimum > pyramid.maximum) {
      target.fill(NaN, offset, offset + 4);
      return;
    }
    let last = next - 1;
    let begin = first;
    while (Number.isNaN(values[begin])) begin++;
    while (Number.isNaN(values[last])) last--;
    pyramid.touched += begin - first + next - last + 1;
    target[offset] = values[begin];
    target[offset + 1] = pyramid.minimum;
    target[offset + 2] = pyramid.maximum;
    target[offset + 3] = values[last];
  }
}

function orElse(value: number, otherwise: number): number {
  return value === value ? value : otherwise;
}

function known(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

/**
 * The first position from `from` on whose time is not before `time`. It searches outwards from `from + guess`:
 * neighbouring columns of a drawing hold about as many observations each.
 */
function nextFrom(times: Float64Array, from: number, end: number, time: number, guess: number): number {
  let low = from;
  let high = end;
  let probe = Math.min(from + guess, end - 1);
  let step = 1;
  if (probe >= low && times[probe] < time) {
    while (probe < high && times[probe] < time) {
      low = probe + 1;
      probe += step;
      step *= 2;
    }
    if (probe < high) high = probe;
  } else {
    while (probe >= low && times[probe] >= time) {
      high = probe;
      probe -= step;
      step *= 2;
    }
    if (probe >= low) low = probe + 1;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
