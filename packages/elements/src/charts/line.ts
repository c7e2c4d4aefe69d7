import type { Interval } from '@twinfloor/core';
import type { TimeAxis } from './time-axis.js';
import type { ValueAxis } from './value-axis.js';

/** What can be drawn as a line: a `NumberSeries`, or a sum of several. */
export interface LineSource {
  /**
   * Fills four numbers a column (first, least, largest, last value) for an interval in `width` columns; NaN where
   * nothing is known.
   */
  drawColumns(target: Float64Array, interval: Interval, width: number): unknown;
}

/** What a paint did, for gates in tests. */
export interface LineCounts {
  /** Points asked of the canvas. */
  points: number;
}

/**
 * Paints a series of numbers as a line, from its pyramid: per pixel column the first, least, largest and last
 * value. A gap is a gap: the line ends where nothing is known and begins anew.
 *
 * @see Jugel et al., M4: A visualization-oriented time series data aggregation, VLDB 2014, for the four values
 */
export class LinePainter {
  readonly counts: LineCounts = { points: 0 };
  #columns = new Float64Array(0);
  /** Where the path stands: px and value. */
  #penX = 0;
  #pen = NaN;

  /**
   * Adds the line to the current path of the context; the caller strokes it.
   *
   * @param until - time after which nothing is drawn
   * @param left - px of the left end of the axis
   */
  trace(
    context: CanvasRenderingContext2D,
    series: LineSource,
    axis: TimeAxis,
    values: ValueAxis,
    until: number,
    left = 0,
  ): void {
    this.counts.points = 0;
    for (const piece of axis.pieces) {
      const to = Math.min(piece.to, until);
      if (!(to > piece.from)) continue;
      const span = (to - piece.from) * axis.scale;
      const width = Math.max(1, Math.round(span));
      if (this.#columns.length < width * 4) this.#columns = new Float64Array(width * 4);
      series.drawColumns(this.#columns, { from: piece.from, to }, width);
      this.#traceColumns(context, width, span / width, left + piece.left, values);
    }
  }

  #traceColumns(
    context: CanvasRenderingContext2D,
    width: number,
    step: number,
    left: number,
    values: ValueAxis,
  ): void {
    const columns = this.#columns;
    let previous = NaN;
    // Where a level that is not drawn yet has been followed to.
    let level = NaN;
    for (let column = 0; column < width; column++) {
      const first = columns[column * 4];
      const least = columns[column * 4 + 1];
      const largest = columns[column * 4 + 2];
      const x = left + (column + 0.5) * step;
      if (first === previous && least === largest) {
        level = x;
        continue;
      }
      const isKnown = !Number.isNaN(first);
      if (!Number.isNaN(previous)) {
        // A line ends where its last value ceases to hold, not in the middle of the column.
        if (!isKnown) this.#level(context, left + column * step, previous, values);
        else if (!Number.isNaN(level)) this.#level(context, level, previous, values);
      }
      level = NaN;
      if (isKnown) {
        if (Number.isNaN(previous)) this.#begin(context, left + column * step, first, values);
        else if (first !== previous) this.#jump(context, x, previous, first, values);
        if (least !== largest) this.#range(context, x, least, largest, values);
      }
      previous = isKnown ? columns[column * 4 + 3] : NaN;
    }
    if (!Number.isNaN(previous)) this.#level(context, left + width * step, previous, values);
  }

  #begin(context: CanvasRenderingContext2D, x: number, value: number, values: ValueAxis): void {
    context.moveTo(x, values.y(value));
    this.counts.points++;
    this.#penX = x;
    this.#pen = value;
  }

  /** Follows a value that did not change to a px. */
  #level(context: CanvasRenderingContext2D, x: number, value: number, values: ValueAxis): void {
    if (this.#pen !== value) this.#point(context, this.#penX, value, values);
    this.#point(context, x, value, values);
  }

  #jump(context: CanvasRenderingContext2D, x: number, from: number, to: number, values: ValueAxis): void {
    if (this.#pen !== from) this.#point(context, this.#penX, from, values);
    this.#point(context, x, to, values);
  }

  /** Least and largest value, the nearer first: two points say all that a column of one px can show. */
  #range(
    context: CanvasRenderingContext2D,
    x: number,
    least: number,
    largest: number,
    values: ValueAxis,
  ): void {
    const isLeastNearer = Math.abs(this.#pen - least) < Math.abs(this.#pen - largest);
    this.#point(context, x, isLeastNearer ? least : largest, values);
    this.#point(context, x, isLeastNearer ? largest : least, values);
  }

  #point(context: CanvasRenderingContext2D, x: number, value: number, values: ValueAxis): void {
    context.lineTo(x, values.y(value));
    this.counts.points++;
    this.#penX = x;
    this.#pen = value;
  }
}
