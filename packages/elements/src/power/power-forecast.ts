import type { Ink } from '../charts/ink.js';
import type { PlotAxes } from '../charts/plot-axes.js';
import type { OpenWindow, PowerData } from './power-data.js';

const columns = 16;
const scratch = new Float64Array(columns * 4);

/** The least and the highest load of the window before now: how far the load may go until the window ends. */
export function loadSpread(
  data: PowerData,
  now: number,
): { readonly low: number; readonly high: number } | undefined {
  const until = Math.min(now, data.knownUntil);
  data.line?.drawColumns(scratch, { from: until - data.window, to: until }, columns);
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; data.line && index < scratch.length; index += 4) {
    if (scratch[index + 1] < low) low = scratch[index + 1];
    if (scratch[index + 2] > high) high = scratch[index + 2];
  }
  return low <= high ? { low, high } : undefined;
}

/** What the open window is expected to be. */
export interface Forecast {
  readonly open: OpenWindow;
  readonly now: number;
  readonly load: number | undefined;
  readonly spread: { readonly low: number; readonly high: number } | undefined;
  readonly limit: number | undefined;
}

/**
 * Paints the demand that the open window will have as a dashed step, and the load until its end: dashed as it is, with
 * a fan from the least to the highest load of the window before. What is expected is never drawn solid.
 */
export function paintForecast(
  ink: Ink,
  { axis, values, colours, language }: PlotAxes,
  { open, now, load, spread, limit }: Forecast,
): void {
  if (open.expected === undefined) return;
  const { context } = ink;
  const [from, to] = [Math.max(open.from, axis.interval.from), Math.min(open.to, axis.interval.to)];
  if (from >= to || now < axis.interval.from) return;
  const colour = colours.of('chart-forecast');
  const end = axis.x(to);
  if (load !== undefined && now < to) {
    const start = axis.x(now);
    if (spread) {
      context.beginPath();
      context.moveTo(start, values.y(load));
      context.lineTo(end, values.y(Math.max(spread.high, load)));
      context.lineTo(end, values.y(Math.min(spread.low, load)));
      context.fillStyle = colours.of('chart-ink');
      context.globalAlpha = 0.09;
      context.fill();
      context.globalAlpha = 1;
    }
    ink.line(start, values.y(load), end, values.y(load), colour, 1, [4, 3]);
  }
  const y = values.y(open.expected);
  const isOver = open.expected > (limit ?? Infinity);
  ink.line(axis.x(from), y, end, y, isOver ? colours.of('chart-limit') : colour, 1.75, [4, 3]);
  const text = language.formats.power(open.expected);
  if (end + 4 + ink.face(11).width(text) > axis.width) return;
  ink.text(text, end + 4, y + 4, colours.of('text-secondary'), 'start', colours.of('surface'));
}
