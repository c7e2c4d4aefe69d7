import type { Interval, NumberSeries } from '@twinfloor/core';
import { LinePainter } from '../charts/line.js';
import { TimeAxis } from '../charts/time-axis.js';
import { valueAxis } from '../charts/value-axis.js';
import type { Colours } from '../internal/colours.js';

const painter = new LinePainter();

/**
 * Paints a series as a small line over a time, between its least and its largest value, with a dot at its end.
 *
 * @param until - time after which nothing is drawn
 */
export function paintSpark(
  context: CanvasRenderingContext2D,
  series: NumberSeries,
  interval: Interval,
  until: number,
  width: number,
  height: number,
  colours: Colours,
): void {
  const past = { from: interval.from, to: Math.min(until, interval.to) };
  if (!(past.to > past.from)) return;
  const [low, high] = [series.minimum(past), series.maximum(past)];
  if (low === undefined || high === undefined) return;
  const room = 3;
  const axis = new TimeAxis(interval, width - 2 * room);
  // What does not change runs through the middle.
  const values =
    low === high
      ? valueAxis(low - 1, high + 1, height - 2 * room, false)
      : valueAxis(low, high, height - 2 * room, false);
  context.translate(room, room);
  context.beginPath();
  painter.trace(context, series, axis, values, past.to);
  context.strokeStyle = colours.of('chart-ink');
  context.lineWidth = 1.25;
  context.lineJoin = 'round';
  context.stroke();
  const last = series.at(past.to)?.value;
  if (last === undefined) return;
  context.beginPath();
  context.arc(axis.x(past.to), values.y(last), 2, 0, 2 * Math.PI);
  context.fillStyle = colours.of('text-primary');
  context.fill();
}
