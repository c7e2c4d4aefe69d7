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
      const at = column * 4;
      const first = columns[at];
      const x = left + (column + 0.5) * step;
      const isKnown = !Number.isNaN(first);
      const least = columns[at + 1];
      const largest = columns[at + 2];
      if (isKnown && first === previous && least === largest) {
        level = x;
        continue;
      }
      if (!Number.isNaN(previous)) {
        // A line ends where its last value ceases to hold, not in the middle of the column.
        if (!isKnown) this.#point(context, left + column * step, values.y(previous));
        else if (!Number.isNaN(level)) this.#point(context, level, values.y(previous));
      }
      level = NaN;
      if (isKnown)
        this.#column(context, x, at, Number.isNaN(previous) ? left + column * step : undefined, values);
      previous = isKnown ? columns[at + 3] : NaN;
    }
    if (!Number.isNaN(previous)) this.#point(context, left + width * step, values.y(previous));
  }

  /** First, least, largest and last value, those left out that say nothing new. `start`: px where a line begins. */
  #column(
    context: CanvasRenderingContext2D,
    x: number,
    at: number,
    start: number | undefined,
    values: ValueAxis,
  ): void {
    const columns = this.#columns;
    const first = columns[at];
    const least = columns[at + 1];
    const largest = columns[at + 2];
    const last = columns[at + 3];
    if (start === undefined) this.#point(context, x, values.y(first));
    else {
      context.moveTo(start, values.y(first));
      this.counts.points++;
    }
    if (least === largest) return;
    if (least !== first) this.#point(context, x, values.y(least));
    if (largest !== first || least !== first) this.#point(context, x, values.y(largest));
    if (last !== largest) this.#point(context, x, values.y(last));
  }

  #point(context: CanvasRenderingContext2D, x: number, y: number): void {
    context.lineTo(x, y);
    this.counts.points++;
  }
}
