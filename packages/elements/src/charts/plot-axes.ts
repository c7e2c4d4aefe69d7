import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';
import { type Ink, sharp } from './ink.js';
import type { TimeAxis } from './time-axis.js';
import { placeLabels, timeTicks } from './time-ticks.js';
import type { ValueAxis } from './value-axis.js';
import type { Zone } from './zone.js';

/** What a chart of values over time is drawn on. */
export interface PlotAxes {
  readonly axis: TimeAxis;
  readonly values: ValueAxis;
  readonly zone: Zone;
  readonly language: Language;
  readonly colours: Colours;
}

/** px under the plot that the labels of time and the tag of the cursor need. */
export const timeLabelHeight = 24;

/**
 * Gridlines, value labels with the unit once above them, base line and ticks, in the faces of the kit. The origin of
 * the context is the upper left corner of the plot.
 *
 * @param unit - as the workshop file calls it; empty for a number without one
 */
export function paintGrid(ink: Ink, { axis, values, zone, colours, language }: PlotAxes, unit: string): void {
  const { formats } = language;
  const height = values.y(values.low);
  const secondary = colours.of('text-secondary');
  ink.face(11);
  for (const value of values.labels) {
    const y = values.y(value);
    if (height - y > 0.5) ink.line(0, sharp(y), axis.width, sharp(y), colours.of('line-hair'));
    ink.text(formats.number(value, values.decimals), -7, y + 4, secondary, 'end');
  }
  ink.text(formats.unit(unit).trim(), -7, -10, secondary, 'end');
  ink.line(0, height + 0.5, axis.width, height + 0.5, colours.of('line-strong'));
  for (const { x, label } of timeTicks(axis, zone, () => '')) {
    if (label !== undefined) ink.line(sharp(x), height, sharp(x), height + 4, colours.of('line-strong'));
  }
}

/** Room left of the plot that the labels of the values and the unit need, in px. */
export function labelsWidth(ink: Ink, values: ValueAxis, { formats }: Language, unit: string): number {
  ink.face(11);
  const texts = values.labels.map((value) => formats.number(value, values.decimals));
  const widths = [...texts, formats.unit(unit).trim()].map((text) => ink.width(text));
  return Math.ceil(Math.max(0, ...widths)) + 8;
}

/** Labels of time under the plot, with room for the tag of the cursor. */
export function paintTimes(ink: Ink, plot: PlotAxes, cursor: number | undefined): void {
  const { axis, values, zone, language, colours } = plot;
  const height = values.y(values.low);
  const x = cursorX(axis, cursor);
  const dateText = (time: number) => language.formats.date(time, zone.timeZone);
  const labels = placeLabels(axis, timeTicks(axis, zone, dateText), zone, x === undefined ? [] : [x]);
  ink.face(11);
  for (const { x, text, align } of labels)
    ink.text(text, x, height + 16, colours.of('text-secondary'), align);
}

/**
 * The line of the cursor, its time in an inverse tag on the axis, and what the chart answers for it.
 *
 * @param cursor - milliseconds since the epoch; nothing is drawn outside of the axis
 * @param readout - one line, written beside the cursor where there is room
 */
export function paintCursor(ink: Ink, plot: PlotAxes, cursor: number | undefined, readout: string): void {
  const { axis, values, zone, colours } = plot;
  const x = cursorX(axis, cursor);
  if (x === undefined || cursor === undefined) return;
  const { context } = ink;
  const height = values.y(values.low);
  ink.line(sharp(x), 0, sharp(x), height, colours.of('chart-cursor'));
  const clock = zone.clock(cursor);
  const tagWidth = ink.face(11, true).width(clock) + 12;
  const left = Math.min(Math.max(-tagWidth / 2, x - tagWidth / 2), axis.width - tagWidth / 2);
  context.fillStyle = colours.of('inverse');
  context.beginPath();
  context.roundRect(left, height + 4, tagWidth, 17, 2);
  context.fill();
  ink.text(clock, left + tagWidth / 2, height + 16.5, colours.of('text-inverse'), 'center');
  const isRight = x + 6 + ink.face(11).width(readout) > axis.width;
  ink.text(
    readout,
    x + (isRight ? -6 : 6),
    10,
    colours.of('text-primary'),
    isRight ? 'end' : 'start',
    colours.of('surface'),
  );
}

/** The line of now, with a dot at the value that holds. */
export function paintNow(ink: Ink, { axis, values, colours }: PlotAxes, now: number, value?: number): void {
  const x = cursorX(axis, now);
  if (x === undefined) return;
  const { context } = ink;
  ink.line(sharp(x), 0, sharp(x), values.y(values.low), colours.of('text-primary'));
  if (value === undefined) return;
  context.beginPath();
  context.arc(x, values.y(value), 3.5, 0, 2 * Math.PI);
  context.fillStyle = colours.of('text-primary');
  context.fill();
  context.strokeStyle = colours.of('surface');
  context.lineWidth = 1.5;
  context.stroke();
}

function cursorX(axis: TimeAxis, time: number | undefined): number | undefined {
  const { from, to } = axis.interval;
  return time !== undefined && time >= from && time <= to ? axis.x(time) : undefined;
}
