import { Ink } from '../charts/ink.js';
import { LinePainter, type LineSource } from '../charts/line.js';
import { paintCursor, paintGrid, paintNow, paintTimes, type PlotAxes } from '../charts/plot-axes.js';
import { paintSteps, type Step } from '../charts/steps.js';
import { edge } from './power-area.js';

/** What a power chart shows at a moment. */
export interface PowerView extends PlotAxes {
  /** px from the top of the canvas to the plot. */
  readonly top: number;
  readonly now: number;
  readonly cursor: number | undefined;
  /** The words for the cursor, in the order they are written. */
  readonly readout: string;
  readonly line: LineSource | undefined;
  /** Where the line ends: now, or the moment its source fell silent. */
  readonly lineUntil: number;
  readonly load: number | undefined;
  readonly steps: readonly Step[];
  readonly peak: Step | undefined;
  readonly limit: number | undefined;
  readonly namesLimitOutside: boolean;
  /** Paints what lies under the load: the bands of the tariff. */
  readonly paintTariff: ((ink: Ink) => void) | undefined;
  /** Paints what is expected of the open window. */
  readonly paintForecast: ((ink: Ink) => void) | undefined;
  /** Font family of the element. */
  readonly family: string;
}

/** Paints load and demand on two canvases: below what changes with the data, above what changes with the cursor. */
export class PowerPlot {
  readonly #line = new LinePainter();

  paintBelow(context: CanvasRenderingContext2D, view: PowerView): void {
    const { axis, values, colours, steps, line, limit, lineUntil } = view;
    const ink = new Ink(context, view.family);
    context.translate(edge, view.top);
    view.paintTariff?.(ink);
    paintGrid(ink, view, 'kW');
    const chartInk = colours.of('chart-ink');
    paintSteps(context, steps, axis, values, limit, { ink: chartInk, limit: colours.of('chart-limit') });
    if (line) {
      context.beginPath();
      this.#line.trace(context, line, axis, values, lineUntil);
      context.strokeStyle = chartInk;
      context.globalAlpha = 0.62;
      context.lineWidth = 1;
      context.lineJoin = 'round';
      context.stroke();
      context.globalAlpha = 1;
    }
    view.paintForecast?.(ink);
    if (limit !== undefined) this.#limit(ink, limit, view);
    this.#peak(ink.face(11, true), view);
  }

  paintAbove(context: CanvasRenderingContext2D, view: PowerView): void {
    const ink = new Ink(context, view.family);
    context.translate(edge, view.top);
    paintTimes(ink, view, view.cursor);
    paintNow(ink, view, view.now, view.load);
    paintCursor(ink, view, view.cursor, view.readout);
  }

  #limit(ink: Ink, limit: number, { axis, values, colours, language, namesLimitOutside }: PowerView): void {
    const y = values.y(limit);
    const colour = colours.of('chart-limit');
    ink.line(0, y, axis.width, y, colour, 1.25);
    const text = language.terms.limitOf(language.formats.quantity(limit, 'kW'));
    if (namesLimitOutside) ink.face(11).text(text, axis.width + 8, y + 4, colour);
    // Inside the plot it stands above its line, or below where it would touch the bands.
    else ink.face(11).text(text, axis.width, y < 18 ? y + 13 : y - 5, colour, 'end', colours.of('surface'));
  }

  #peak(ink: Ink, { peak, axis, values, language, colours }: PowerView): void {
    const { from, to } = axis.interval;
    if (peak?.value === undefined || peak.from < from || peak.to > to) return;
    const x = axis.x((peak.from + peak.to) / 2);
    const text = language.formats.power(peak.value);
    const half = ink.width(text) / 2;
    const placed = Math.min(Math.max(x, half), axis.width - half);
    ink.text(
      text,
      placed,
      values.y(peak.value) - 7,
      colours.of('text-primary'),
      'center',
      colours.of('surface'),
    );
  }
}
