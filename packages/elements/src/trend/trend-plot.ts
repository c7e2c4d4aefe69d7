import { Ink } from '../charts/ink.js';
import { LinePainter } from '../charts/line.js';
import { paintCursor, paintGrid, paintNow, paintTimes, type PlotAxes } from '../charts/plot-axes.js';
import type { TrendLine } from './trend-data.js';

/** Dashes of the lines of one chart, which all are of one colour. */
const dashes = [[], [7, 3], [2, 2], [9, 3, 2, 3]];
/** Least px between two names at the ends of lines. */
const nameHeight = 13;

/** A line across the plot that values should not pass. */
export interface TrendLimit {
  readonly value: number;
  readonly name: string;
}

/** What a trend shows at a moment. */
export interface TrendView extends PlotAxes {
  readonly lines: readonly TrendLine[];
  readonly limits: readonly TrendLimit[];
  readonly unit: string;
  readonly now: number;
  readonly cursor: number | undefined;
  readonly readout: string;
  /** px right of the plot for names. */
  readonly right: number;
  /** Whether only the line is shown. */
  readonly isBare: boolean;
  /** Font family of the element. */
  readonly family: string;
}

/** Paints a trend: below what changes with the data, above what changes with the cursor. */
export class TrendPlot {
  readonly #line = new LinePainter();

  /** The origin of the context is the upper left corner of the plot. */
  paintBelow(context: CanvasRenderingContext2D, view: TrendView): void {
    const { colours, lines, limits, values, axis, isBare } = view;
    const ink = new Ink(context, view.family);
    if (!isBare) paintGrid(ink, view, view.unit);
    for (const { value } of limits)
      ink.line(0, values.y(value), axis.width, values.y(value), colours.of('chart-limit'), 1.25);
    lines.forEach((line, index) => {
      context.beginPath();
      this.#line.trace(context, line, axis, values, Math.min(view.now, line.knownUntil));
      context.strokeStyle = colours.of('chart-ink');
      context.lineWidth = 1.5;
      context.lineJoin = 'round';
      context.setLineDash(dashes[index % dashes.length]);
      context.stroke();
      context.setLineDash([]);
    });
    if (isBare) return;
    this.#limitNames(ink.face(11), view);
    if (lines.length > 1) this.#lineNames(ink.face(11), view);
  }

  paintAbove(context: CanvasRenderingContext2D, view: TrendView): void {
    const ink = new Ink(context, view.family);
    const { lines, now, cursor, isBare } = view;
    const [only] = lines;
    const isKnown = lines.length === 1 && only.knownUntil > now;
    if (!isBare) paintTimes(ink, view, cursor);
    const value = isKnown ? only.at(now) : undefined;
    if (isBare) paintEnd(ink, view, value);
    else paintNow(ink, view, now, value);
    if (!isBare) paintCursor(ink, view, cursor, view.readout);
  }

  #limitNames(ink: Ink, { limits, values, axis, right, colours }: TrendView): void {
    for (const { value, name } of limits) {
      const y = values.y(value);
      if (ink.width(name) + 8 <= right) ink.text(name, axis.width + 8, y + 4, colours.of('chart-limit'));
      else ink.text(name, axis.width, y - 5, colours.of('chart-limit'), 'end', colours.of('surface'));
    }
  }

  /** Each line is named at its end, by its own height, moved down only as far as the name above asks. */
  #lineNames(ink: Ink, { lines, axis, values, now, right, colours }: TrendView): void {
    const { from, to } = axis.interval;
    const ends = lines.flatMap((line) => {
      const time = Math.min(to, now, line.knownUntil) - 1;
      const value = line.at(time);
      return value === undefined || time < from
        ? []
        : [{ x: axis.x(time), y: values.y(value), label: line.label }];
    });
    let free = -Infinity;
    for (const { x, y, label } of ends.sort((a, b) => a.y - b.y)) {
      const top = Math.max(y, free);
      const fits = x + 8 + ink.width(label) <= axis.width + right;
      const place = fits ? ([x + 8, top + 4, 'start'] as const) : ([x - 6, top - 6, 'end'] as const);
      const [left, base, align] = place;
      ink.text(label, left, base, colours.of('text-primary'), align, colours.of('surface'));
      free = top + nameHeight;
    }
  }
}

/** The dot at the end of a bare line. */
function paintEnd(
  { context }: Ink,
  { axis, values, colours, now }: TrendView,
  value: number | undefined,
): void {
  if (value === undefined) return;
  context.beginPath();
  context.arc(Math.min(axis.x(now), axis.width), values.y(value), 2.5, 0, 2 * Math.PI);
  context.fillStyle = colours.of('text-primary');
  context.fill();
}
