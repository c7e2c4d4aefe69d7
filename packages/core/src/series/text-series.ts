import { type Quality, qualities } from '../model/quality.js';
import { checkInterval, duration, type Interval } from '../time/interval.js';
import { ColumnSeries } from './column-series.js';
import { moved, qualityShift } from './time-column.js';
import { WordTable } from './word-table.js';

/** The text at a moment. */
export interface TextSample {
  /** What the source said; with quality `bad` it is no value. */
  readonly text: string;
  /** When it was observed. */
  readonly time: number;
  readonly quality: Quality;
}

/** A span of time in which text and quality stay the same. */
export interface TextSegment {
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Milliseconds since the epoch; does not belong to the segment. */
  readonly to: number;
  /** Empty before the first observation. */
  readonly text: string;
  readonly quality: Quality;
}

/** Words that hold until the next observation: programs, orders, products, the execution as the source says it. */
export class TextSeries extends ColumnSeries {
  readonly kind = 'text';
  #codes = new Uint32Array(this.column.capacity);
  readonly #words = new WordTable();

  get bytes(): number {
    return this.column.bytes + this.#codes.byteLength;
  }

  /**
   * Adds an observation.
   *
   * @param time - milliseconds since the epoch
   * @returns whether anything changed
   * @throws {RangeError} if the time is not a finite number
   */
  append(time: number, text: string, qualityCode: number): boolean {
    const { column } = this;
    const position = column.append(time, qualityCode << qualityShift);
    if (position < 0) return this.#place(time, text, qualityCode << qualityShift);
    if (position >= this.#codes.length) this.#codes = moved(this.#codes, 0, position, column.capacity);
    this.#codes[position] = this.#words.codeOf(text);
    return true;
  }

  /** The text of an observation. */
  textAt(index: number): string {
    return this.#words.wordOf(this.#codes[this.column.start + index]);
  }

  /** The observation that holds at a time; `undefined` before the first. */
  at(time: number): TextSample | undefined {
    const index = this.indexAt(time);
    if (index < 0) return undefined;
    return { text: this.textAt(index), time: this.timeAt(index), quality: this.qualityAt(index) };
  }

  /**
   * The interval in segments without a hole, equal neighbours merged, of quality `bad` and without text before the
   * first observation.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  segments(interval: Interval): TextSegment[] {
    checkInterval(interval);
    const { from, to } = interval;
    const segments: TextSegment[] = [];
    if (from === to) return segments;
    const { times, marks, start, end } = this.column;
    let index = this.column.holding(from);
    if (index < start) {
      const first = start < end ? Math.min(times[start], to) : to;
      segments.push({ from, to: first, text: '', quality: 'bad' });
      index = start;
    }
    while (index < end && times[index] < to) {
      const mark = marks[index];
      const code = this.#codes[index];
      const begin = Math.max(times[index], from);
      do index++;
      while (index < end && times[index] < to && marks[index] === mark && this.#codes[index] === code);
      segments.push({
        from: begin,
        to: index < end ? Math.min(times[index], to) : to,
        text: this.#words.wordOf(code),
        quality: qualities[mark >> qualityShift],
      });
    }
    return segments;
  }

  /**
   * Milliseconds for each text, texts of quality `bad` included. Time before the first observation and time for
   * which the source said nothing is not in it. Linear in the observations inside.
   *
   * @throws {RangeError} if the interval is not finite or runs backwards
   */
  timePerText(interval: Interval): Map<string, number> {
    const perText = new Map<string, number>();
    for (const segment of this.segments(interval)) {
      if (segment.quality === 'bad' && segment.text === '') continue;
      perText.set(segment.text, (perText.get(segment.text) ?? 0) + duration(segment));
    }
    return perText;
  }

  protected override compacted(shift: number): void {
    const { start, end, capacity } = this.column;
    this.#codes = moved(this.#codes, shift, end + shift, capacity);
    if (this.#words.size > end - start) this.#words.keepOnly(this.#codes, 0, end);
  }

  #place(time: number, text: string, mark: number): boolean {
    const { column } = this;
    const found = column.place(time);
    if (found === undefined) return false;
    const code = this.#words.codeOf(text);
    if (found < 0) {
      const position = ~found;
      if (column.marks[position] === mark && this.#codes[position] === code) return false;
      column.replace(position, mark);
      this.#codes[position] = code;
      return true;
    }
    const { end } = column;
    column.insert(found, time, mark);
    if (end >= this.#codes.length) this.#codes = moved(this.#codes, 0, end, column.capacity);
    this.#codes.copyWithin(found + 1, found, end);
    this.#codes[found] = code;
    return true;
  }
}
