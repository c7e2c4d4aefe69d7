import { type EquipmentProduction, type Interval, subtract } from '@twinfloor/core';
import { paintBars, placeBar } from '../charts/bars.js';
import { Ink, sharp } from '../charts/ink.js';
import { paintCursor, paintGrid, paintNow, paintTimes, type PlotAxes } from '../charts/plot-axes.js';
import { valueAxis } from '../charts/value-axis.js';
import {
  amountWords,
  digitsOf,
  forecastLine,
  madeLines,
  planLine,
  type ShownHour,
  type SumPoint,
} from './production-view.js';

/** px from the left end of the canvas to the plot. */
export const edge = 44;
/** px right of the plot; where there is room, plan and forecast are named there. */
const narrowRight = 14;
const wideRight = 112;
const narrow = 560;
/** px from the top of the canvas: the hours, and under them what adds up. */
const top = 26;
const hourHeight = 150;
const sumTop = top + hourHeight + 34;
const sumHeight = 96;
/** Least px of a break for its word, and between two labels. */
const wordRoom = 64;
const labelHeight = 13;

/** What a production chart shows at a moment. */
export interface ProductionView extends Omit<PlotAxes, 'values'> {
  readonly production: EquipmentProduction;
  readonly hours: readonly ShownHour[];
  readonly planned: (interval: Interval) => readonly Interval[];
  readonly now: number;
  readonly cursor: number | undefined;
  /** px */
  readonly canvasWidth: number;
  /** Font family of the element. */
  readonly family: string;
}

/** Height of the canvas: without a plan nothing is compared, and only the hours are drawn. */
function plotHeight(production: EquipmentProduction): number {
  return (production.planned === undefined ? top + hourHeight : sumTop + sumHeight) + 24;
}

/** Paints what changes with the data. */
export function paintBelow(context: CanvasRenderingContext2D, view: ProductionView): void {
  const ink = new Ink(context, view.family);
  context.translate(edge, top);
  paintBreaks(ink, view);
  const upper = hourAxes(view);
  paintGrid(ink, upper, view.production.unit ?? '');
  paintHours(ink, upper, view);
  if (view.production.planned === undefined) return;
  context.translate(0, sumTop - top);
  const lower = sumAxes(view);
  paintGrid(ink, lower, '');
  paintSums(ink, lower, view);
}

/** Paints what changes with cursor and clock. */
export function paintAbove(context: CanvasRenderingContext2D, view: ProductionView): void {
  const ink = new Ink(context, view.family);
  const { production, cursor, now, axis, colours } = view;
  context.translate(edge, top);
  const upper = hourAxes(view);
  paintNow(ink, upper, now);
  if (production.planned === undefined) {
    paintTimes(ink, upper, cursor);
    paintCursor(ink, upper, cursor, '');
    return;
  }
  if (cursor !== undefined && cursor >= axis.interval.from && cursor <= axis.interval.to) {
    const x = sharp(axis.x(cursor));
    ink.line(x, 0, x, sumTop - top, colours.of('chart-cursor'));
  }
  context.translate(0, sumTop - top);
  const lower = sumAxes(view);
  // While nothing is heard, nobody knows where the line has got to.
  const isKnown = view.hours.some(({ hour }) => hour.from <= now && now < hour.to && hour.good !== undefined);
  paintNow(ink, lower, now, isKnown ? production.good : undefined);
  paintTimes(ink, lower, cursor);
  paintCursor(ink, lower, cursor, '');
}

function hourAxes(view: ProductionView): PlotAxes {
  const amounts = view.hours.map(({ hour }) =>
    Math.max((hour.good ?? 0) + (hour.scrap ?? 0), hour.planned ?? 0),
  );
  return { ...view, values: valueAxis(0, Math.max(1, ...amounts) * 1.1, hourHeight) };
}

function sumAxes(view: ProductionView): PlotAxes {
  const { planned = 0, good = 0, forecast = 0 } = view.production;
  return { ...view, values: valueAxis(0, Math.max(planned, good, forecast) * 1.05, sumHeight) };
}

/** Time that is not planned: a sunken ground with dotted edges, and the word where it has room. */
function paintBreaks(ink: Ink, { axis, planned, production, colours, language }: ProductionView): void {
  const { context } = ink;
  const height = plotHeight(production) - top - 24;
  // Between the two plots, where no figure stands.
  const wordY = production.planned === undefined ? 11 : hourHeight + 21;
  ink.face(11);
  for (const { from, to } of subtract(axis.interval, planned(axis.interval))) {
    const [left, right] = [axis.x(from), axis.x(to)];
    context.fillStyle = colours.of('surface-sunken');
    context.globalAlpha = 0.6;
    context.fillRect(left, 0, right - left, height);
    context.globalAlpha = 1;
    for (const x of [left, right]) {
      ink.line(sharp(x), 0, sharp(x), height, colours.of('line-regular'), 1, [1, 3]);
    }
    if (right - left < wordRoom) continue;
    ink.text(language.terms.unplannedTime, (left + right) / 2, wordY, colours.of('text-tertiary'), 'center');
  }
}

function paintHours(ink: Ink, axes: PlotAxes, view: ProductionView): void {
  const { axis, values, colours, language } = axes;
  const { production, now } = view;
  const { context } = ink;
  const column = {
    ink: colours.of('chart-ink'),
    plan: colours.of('text-primary'),
    text: colours.of('text-primary'),
    halo: colours.of('surface'),
  };
  const bars = view.hours.map(({ hour, good }) => {
    const words = good === undefined ? '' : amountWords(good, production.unit, language, false);
    const isWhole = (hour.coverage ?? 1) > 0.995;
    return {
      from: hour.from,
      to: hour.to,
      value: hour.good,
      plan: hour.planned === 0 ? undefined : hour.planned,
      isOpen: hour.to > now,
      text: isWhole || !words ? words : language.terms.atLeast(words),
      scrap: hour.scrap ?? 0,
    };
  });
  for (const bar of bars) {
    if (bar.value === undefined) continue;
    const { x, width } = placeBar(bar, axis);
    const y = values.y(bar.value);
    // As the kept part of an OEE: pale, with a step of ink on top.
    context.fillStyle = column.ink;
    context.globalAlpha = bar.isOpen ? 0.15 : 0.3;
    context.fillRect(x, y, width, values.y(0) - y);
    context.globalAlpha = bar.isOpen ? 0.5 : 1;
    context.fillRect(x, y, width, 1.75);
    context.globalAlpha = 1;
    if (bar.scrap === 0) continue;
    const height = Math.max(1.5, y - 1 - values.y(bar.value + bar.scrap));
    context.fillStyle = colours.of('loss-defect');
    context.fillRect(x, y - 1 - height, width, height);
  }
  // Plan and words on top of both, the words above the scrap too.
  const marks = bars.map((bar) => ({
    ...bar,
    value: bar.value === undefined ? (bar.plan === undefined ? undefined : 0) : bar.value + bar.scrap,
    colour: 'transparent',
  }));
  paintBars(ink.face(11), marks, axis, values, column);
  paintGaps(ink, axes, view);
}

/** Hours that are over and of which nothing is known say so, once for neighbours. */
function paintGaps(ink: Ink, { axis, values, colours, language }: PlotAxes, view: ProductionView): void {
  let start: number | undefined;
  const hours = [...view.hours.map(({ hour }) => hour), undefined];
  let end = axis.interval.from;
  for (const hour of hours) {
    const isGap = hour !== undefined && hour.good === undefined && hour.from < view.now;
    if (isGap) start ??= hour.from;
    else if (start !== undefined) {
      const [left, right] = [axis.x(start), axis.x(Math.min(end, view.now))];
      const text = language.terms.noData;
      if (ink.width(text) + 4 <= right - left) {
        ink.text(
          text,
          (left + right) / 2,
          values.y(0) - 6,
          colours.of('text-tertiary'),
          'center',
          colours.of('surface'),
        );
      }
      start = undefined;
    }
    end = hour?.to ?? end;
  }
}

function paintSums(ink: Ink, axes: PlotAxes, view: ProductionView): void {
  const { axis, values, colours, language } = axes;
  const { production, planned, now } = view;
  const { forecast, due, good, unit, distance } = production;
  const primary = colours.of('text-primary');
  const trace = (points: readonly SumPoint[]) => {
    const { context } = ink;
    context.beginPath();
    for (const { time, sum } of points) context.lineTo(axis.x(time), values.y(sum));
    context.stroke();
  };
  const { context } = ink;
  context.lineJoin = 'round';
  context.strokeStyle = primary;
  context.lineWidth = 1.25;
  context.setLineDash([2, 2]);
  trace(planLine(production.hours, planned));
  context.strokeStyle = colours.of('chart-forecast');
  context.setLineDash([4, 3]);
  if (forecast !== undefined) trace(forecastLine(production, now, planned));
  context.setLineDash([]);
  context.strokeStyle = colours.of('chart-ink');
  context.lineWidth = 1.75;
  for (const line of madeLines(production.hours, now)) trace(line);
  paintNames(ink, axes, view);
  if (due === undefined || good === undefined || distance === undefined || now >= axis.interval.to) return;
  const x = axis.x(now);
  if (Math.abs(values.y(due) - values.y(good)) < labelHeight) return;
  const middle = (values.y(due) + values.y(good)) / 2 + 4;
  const text = language.formats.signed(distance, digitsOf(unit));
  const isLeft = x > ink.width(text) + 8;
  ink
    .face(11, true)
    .text(text, x + (isLeft ? -5 : 5), middle, primary, isLeft ? 'end' : 'start', colours.of('surface'));
}

/** Names plan and forecast at their ends; where there is no room beside them, under them with a piece of each line. */
function paintNames(ink: Ink, { axis, values, colours, language }: PlotAxes, view: ProductionView): void {
  const { planned = 0, forecast, unit } = view.production;
  const { terms } = language;
  const isOutside = axis.width + edge + wideRight <= view.canvasWidth;
  const base = values.y(0) - 8;
  const planY = isOutside ? values.y(planned) + 4 : base - (forecast === undefined ? 0 : labelHeight + 2);
  const away = (forecast ?? 0) > planned ? -labelHeight : labelHeight;
  const forecastY = values.y(forecast ?? 0) + 4;
  const isClose = Math.abs(forecastY - planY) < labelHeight;
  const names = [
    {
      text: terms.planTotal(amountWords(planned, unit, language)),
      y: planY,
      colour: 'text-primary' as const,
      dash: [2, 2],
    },
    {
      text: forecast === undefined ? '' : terms.forecastTotal(amountWords(forecast, unit, language)),
      y: isOutside ? (isClose ? planY + away : forecastY) : base,
      colour: 'text-secondary' as const,
      dash: [4, 3],
    },
  ];
  ink.face(11);
  for (const { text, y, colour, dash } of names) {
    if (!text) continue;
    if (isOutside) ink.text(text, axis.width + 8, y, colours.of(colour));
    else {
      const left = axis.width - ink.width(text);
      ink.text(text, axis.width, y, colours.of(colour), 'end', colours.of('surface'));
      ink.line(left - 22, y - 4, left - 5, y - 4, colours.of(colour), 1.25, dash);
    }
  }
}

/** Width of the plot in a canvas. */
export function plotWidth(canvas: number, hasPlan: boolean): number {
  return Math.max(0, canvas - edge - (hasPlan && canvas >= narrow ? wideRight : narrowRight));
}
