import type { Interval } from '@twinfloor/core';
import type { Ink } from './ink.js';
import type { TimeAxis } from './time-axis.js';
import type { ValueAxis } from './value-axis.js';

/** What was reached in a stretch of time, e.g. an hour, and what was meant to be. */
export interface Bar extends Interval {
  /** `undefined`: not known, and nothing is drawn. */
  readonly value: number | undefined;
  /** A short line across the column. Default: none. */
  readonly plan?: number | undefined;
  /** Whether the time is not over yet: the column is half as dark. */
  readonly isOpen?: boolean;
  /** The value in words, above the column; left out where it has no room. Default: no words. */
  readonly text?: string;
  /** CSS colour of this column. Default: that of all. */
  readonly colour?: string;
}

/** Colours of columns as CSS text. */
export interface BarColours {
  readonly ink: string;
  /** Of the lines of the plan. */
  readonly plan: string;
  /** Of the words. */
  readonly text: string;
  /** Surrounds the words. */
  readonly halo: string;
}

/** px between neighbours, where a column is wide enough to spare them. */
const gap = 2;
const widthWithGap = 6;
const leastWidth = 0.75;
/** Least px between the words of two columns. */
const wordDistance = 6;

/**
 * Paints amounts of stretches of time as columns that stand on the zero: what was reached solid, what is still under
 * way half as dark, the plan as a dotted line across its own column. The unit of the context is one px and its origin
 * the upper left corner of the plot.
 *
 * @param ink - with the face that the words are written in
 * @param bars - in time order and apart; at least a pixel wide, or neighbours run together
 */
export function paintBars(
  ink: Ink,
  bars: readonly Bar[],
  axis: TimeAxis,
  values: ValueAxis,
  colours: BarColours,
): void {
  const { context } = ink;
  const zero = values.y(Math.min(Math.max(0, values.low), values.high));
  for (const bar of bars) {
    if (bar.value === undefined) continue;
    const { x, width } = placeBar(bar, axis);
    const y = values.y(bar.value);
    context.globalAlpha = bar.isOpen ? 0.5 : 1;
    context.fillStyle = bar.colour ?? colours.ink;
    context.fillRect(x, Math.min(y, zero), width, Math.abs(zero - y));
  }
  context.globalAlpha = 1;
  for (const bar of bars) {
    if (bar.plan === undefined) continue;
    const { x, width } = placeBar(bar, axis);
    const y = values.y(bar.plan);
    // Dots of ink on a column of ink would not be seen: the halo below them is.
    ink.line(x - 1, y, x + width + 1, y, colours.halo, 3);
    ink.line(x - 1, y, x + width + 1, y, colours.plan, 1.5, [2, 2]);
  }
  paintWords(ink, bars, axis, values, colours);
}

/** The column at a time, for the cursor; `undefined` between columns. */
export function barAt<One extends Interval>(bars: readonly One[], time: number): One | undefined {
  return bars.find(({ from, to }) => from <= time && time < to);
}

/** Left end and width of a stretch of time as a column, in px. */
export function placeBar({ from, to }: Interval, axis: TimeAxis): { x: number; width: number } {
  const left = Math.max(0, axis.x(from));
  const right = Math.min(axis.width, axis.x(to));
  const room = right - left >= widthWithGap ? gap / 2 : 0;
  return { x: left + room, width: Math.max(leastWidth, right - left - 2 * room) };
}

/** All the words or, where one of them would touch its neighbour, those of the highest columns. */
function paintWords(
  ink: Ink,
  bars: readonly Bar[],
  axis: TimeAxis,
  values: ValueAxis,
  colours: BarColours,
): void {
  const taken: { readonly from: number; readonly to: number }[] = [];
  const byHeight = bars
    .filter(({ text, value }) => text && value !== undefined)
    .sort((a, b) => Number(b.value) - Number(a.value));
  for (const bar of byHeight) {
    const { x, width } = placeBar(bar, axis);
    const text = bar.text ?? '';
    const half = ink.width(text) / 2;
    const middle = Math.min(Math.max(x + width / 2, half), axis.width - half);
    const place = { from: middle - half - wordDistance / 2, to: middle + half + wordDistance / 2 };
    if (taken.some(({ from, to }) => place.from < to && from < place.to)) continue;
    taken.push(place);
    // Above the plan line too, where that is close: a figure with dots through it cannot be read.
    const value = Number(bar.value);
    const isNear = bar.plan !== undefined && bar.plan > value && values.y(value) - values.y(bar.plan) < 16;
    const y = values.y(isNear ? Number(bar.plan) : value) - 5;
    ink.text(text, middle, Math.max(y, 9), colours.text, 'center', colours.halo);
  }
}
