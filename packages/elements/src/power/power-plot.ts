import { Ink, sharp } from '../charts/ink.js';
import { LinePainter, type LineSource } from '../charts/line.js';
import { paintSteps, type Step } from '../charts/steps.js';
import type { TimeAxis } from '../charts/time-axis.js';
import { placeLabels, timeTicks } from '../charts/time-ticks.js';
import type { ValueAxis } from '../charts/value-axis.js';
import type { Zone } from '../charts/zone.js';
import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';

/** Height of the whole canvas in px. */
export const plotHeight = 300;
/** Room around the plot in px. Above stands the unit; the strip of tariff bands will take its place there. */
const top = 26;
const bottom = 24;
/** px from the left end of the canvas to the plot. */
export const edge = 40;
/** Room for the name of the limit. */
const wideRight = 96;
const narrowRight = 14;
const narrow = 560;

/** What a power chart shows at a moment. */
export interface PowerView {
  readonly axis: TimeAxis;
  readonly values: ValueAxis;
  readonly zone: Zone;
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
  readonly language: Language;
  readonly colours: Colours;
  /** Font family of the element. */
  readonly family: string;
}

/** Measures of the plot in a canvas, in px. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  /** Whether the name of the limit has its own room right of the plot. */
  readonly namesLimitOutside: boolean;
}

/** The plot in a canvas of a width. */
export function plotArea(width: number, hasLimit: boolean): PlotArea {
  const namesLimitOutside = hasLimit && width >= narrow;
  const right = namesLimitOutside ? wideRight : narrowRight;
  return { width: Math.max(0, width - edge - right), height: plotHeight - top - bottom, namesLimitOutside };
}

/** Paints load and demand on two canvases: below what changes with the data, above what changes with the cursor. */
export class PowerPlot {
  readonly #line = new LinePainter();

  paintBelow(context: CanvasRenderingContext2D, view: PowerView): void {
    const { axis, values, colours, steps, line, limit, lineUntil } = view;
    const ink = new Ink(context, view.family);
    context.translate(edge, top);
    this.#grid(ink.face(11), view);
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
    if (limit !== undefined) this.#limit(ink, limit, view);
    this.#peak(ink.face(11, true), view);
  }

  paintAbove(context: CanvasRenderingContext2D, view: PowerView): void {
    const { axis, values, colours, zone, language, now, cursor, load } = view;
    const ink = new Ink(context, view.family);
    context.translate(edge, top);
    const height = values.y(values.low);
    const { from, to } = axis.interval;
    const nowX = now >= from && now <= to ? axis.x(now) : undefined;
    const cursorX = cursor !== undefined && cursor >= from && cursor <= to ? axis.x(cursor) : undefined;
    const dateText = (time: number) => language.formats.date(time, zone.timeZone);
    ink.face(11);
    for (const { x, text, align } of placeLabels(
      axis,
      timeTicks(axis, zone, dateText),
      zone,
      cursorX === undefined ? [] : [cursorX],
    )) {
      ink.text(text, x, height + 16, colours.of('text-secondary'), align);
    }
    if (nowX !== undefined)
      this.#now(ink, nowX, height, load === undefined ? undefined : values.y(load), colours);
    if (cursorX === undefined) return;
    ink.line(sharp(cursorX), 0, sharp(cursorX), height, colours.of('chart-cursor'));
    this.#tag(ink.face(11, true), cursorX, height, zone.clock(cursor as number), view);
    const width = ink.face(11).width(view.readout);
    const isRight = cursorX + 6 + width > axis.width;
    ink.text(
      view.readout,
      cursorX + (isRight ? -6 : 6),
      10,
      colours.of('text-primary'),
      isRight ? 'end' : 'start',
      colours.of('surface'),
    );
  }

  #grid(ink: Ink, { axis, values, zone, colours, language }: PowerView): void {
    const height = values.y(values.low);
    const secondary = colours.of('text-secondary');
    for (const value of values.labels) {
      const y = values.y(value);
      if (value !== values.low) ink.line(0, sharp(y), axis.width, sharp(y), colours.of('line-hair'));
      ink.text(language.formats.number(value, values.decimals), -7, y + 4, secondary, 'end');
    }
    ink.text('kW', -7, -10, secondary, 'end');
    ink.line(0, height + 0.5, axis.width, height + 0.5, colours.of('line-strong'));
    for (const { x, label } of timeTicks(axis, zone, () => '')) {
      if (label !== undefined) ink.line(sharp(x), height, sharp(x), height + 4, colours.of('line-strong'));
    }
  }

  #limit(ink: Ink, limit: number, { axis, values, colours, language, namesLimitOutside }: PowerView): void {
    const y = values.y(limit);
    const colour = colours.of('chart-limit');
    ink.line(0, y, axis.width, y, colour, 1.25);
    const text = language.terms.limitOf(language.formats.quantity(limit, 'kW'));
    if (namesLimitOutside) ink.face(11).text(text, axis.width + 8, y + 4, colour);
    else ink.face(11).text(text, axis.width, y - 5, colour, 'end', colours.of('surface'));
  }

  #peak(ink: Ink, { peak, axis, values, language, colours }: PowerView): void {
    if (peak?.value === undefined) return;
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

  #now(ink: Ink, x: number, height: number, y: number | undefined, colours: Colours): void {
    const { context } = ink;
    ink.line(sharp(x), 0, sharp(x), height, colours.of('text-primary'));
    if (y === undefined) return;
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fillStyle = colours.of('text-primary');
    context.fill();
    context.strokeStyle = colours.of('surface');
    context.lineWidth = 1.5;
    context.stroke();
  }

  #tag(ink: Ink, x: number, height: number, text: string, { axis, colours }: PowerView): void {
    const { context } = ink;
    const width = ink.width(text) + 12;
    const start = Math.min(Math.max(-width / 2, x - width / 2), axis.width - width / 2);
    context.fillStyle = colours.of('inverse');
    context.beginPath();
    context.roundRect(start, height + 4, width, 17, 2);
    context.fill();
    ink.text(text, start + width / 2, height + 16.5, colours.of('text-inverse'), 'center');
  }
}
