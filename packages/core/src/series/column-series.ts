import { type Quality, qualities } from '../model/quality.js';
import type { SignalKind } from '../model/signal.js';
import { checkInterval, duration, type Interval } from '../time/interval.js';
import type { RetentionLimits, Series } from './series.js';
import { qualityShift, TimeColumn } from './time-column.js';

/** The part of a series that does not depend on what it holds. Each kind brings its own columns and `append`. */
export abstract class ColumnSeries implements Series {
  abstract readonly kind: SignalKind;
  protected readonly column = new TimeColumn();

  get length(): number {
    return this.column.end - this.column.start;
  }

  get revision(): number {
    return this.column.revision;
  }

  get firstTime(): number | undefined {
    return this.length > 0 ? this.column.times[this.column.start] : undefined;
  }

  get lastTime(): number | undefined {
    return this.length > 0 ? this.column.times[this.column.end - 1] : undefined;
  }

  get dropped(): number {
    return this.column.dropped;
  }

  get droppedBefore(): number | undefined {
    return this.column.droppedBefore;
  }

  get lateCount(): number {
    return this.column.lateCount;
  }

  /** For painters: times with spare capacity, valid from `start` to `end` until the next change. */
  get times(): Float64Array {
    return this.column.times;
  }

  /** For painters: position of the oldest observation in the arrays. */
  get start(): number {
    return this.column.start;
  }

  /** For painters: position after the newest observation in the arrays. */
  get end(): number {
    return this.column.end;
  }

  abstract get bytes(): number;

  indexAt(time: number): number {
    return this.column.holding(time) - this.column.start;
  }

  timeAt(index: number): number {
    return this.column.times[this.column.start + index];
  }

  qualityAt(index: number): Quality {
    return qualities[this.column.marks[this.column.start + index] >> qualityShift];
  }

  covered(interval: Interval): number {
    checkInterval(interval);
    return duration(interval) - this.column.missingIn(interval);
  }

  retain(limits: RetentionLimits, now: number): number {
    const dropped = this.column.retain(limits, now);
    if (dropped > 0) {
      const shift = this.column.compact();
      if (shift > 0) this.compacted(shift);
    }
    return dropped;
  }

  /** Moves the columns of the series to the front by `shift` positions and gives them the capacity of `column`. */
  protected abstract compacted(shift: number): void;
}
