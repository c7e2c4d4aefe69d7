import { type Quality, qualities } from '../model/quality.js';
import { checkInterval, duration, type Interval } from '../time/interval.js';
import { ColumnSeries } from './column-series.js';
import { qualityShift } from './time-column.js';
import { WordColumn } from './word-column.js';

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
  readonly #texts = new WordColumn();

  get bytes(): number {
    return this.column.bytes + this.#texts.bytes;
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
    this.#texts.set(position, text, column.capacity);
    return true;
  }

  /** The text of an observation. */
  textAt(index: number): string {
    return this.#texts.wordAt(this.column.start + index);
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
      const code = this.#texts.codeAt(index);
      const begin = Math.max(times[index], from);
      do index++;
      while (index < end && times[index] < to && marks[index] === mark && this.#texts.codeAt(index) === code);
      segments.push({
        from: begin,
        to: index < end ? Math.min(times[index], to) : to,
        text: this.#texts.wordOf(code),
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
    const { end, capacity } = this.column;
    this.#texts.compact(shift, end + shift, capacity);
  }

  #place(time: number, text: string, mark: number): boolean {
    const { column } = this;
    const found = column.place(time);
    if (found === undefined) return false;
    if (found < 0) {
      const position = ~found;
      if (column.marks[position] === mark && this.#texts.has(position, text)) return false;
      column.replace(position, mark);
      this.#texts.set(position, text, column.capacity);
      return true;
    }
    const { end } = column;
    column.insert(found, time, mark);
    this.#texts.insert(found, end, text, column.capacity);
    return true;
  }
}
