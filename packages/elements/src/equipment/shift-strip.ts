import type { Interval, StateSeries } from '@twinfloor/core';
import { paletteOf } from '../charts/palette.js';
import { StateBands } from '../charts/state-bands.js';
import { emptyColumns } from '../charts/state-marks.js';
import { TimeAxis } from '../charts/time-axis.js';
import type { Colours } from '../internal/colours.js';
import { pixelRatioOf } from '../internal/resize.js';

/** What a strip shows. */
export interface Strip {
  readonly series: StateSeries | undefined;
  readonly interval: Interval;
  readonly now: number;
  /** Height of the bars in px; a fault stands over it by an eighth on each side. */
  readonly bar: number;
  readonly colours: Colours;
}

// Patterns are made per bar height, so each height has a painter, shared by all strips of the page.
const painters = new Map<number, StateBands>();

/**
 * Paints the states of an interval as one strip: what was as bars, what is to come as dots.
 *
 * @param width - of the canvas in px
 * @param height - of the canvas in px
 */
export function paintStrip(canvas: HTMLCanvasElement, width: number, height: number, strip: Strip): void {
  const { series, interval, now, bar, colours } = strip;
  const ratio = pixelRatioOf(canvas);
  const deviceWidth = Math.round(width * ratio);
  const deviceHeight = Math.round(height * ratio);
  if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
  if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
  const context = canvas.getContext('2d');
  if (!context || width <= 0) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const axis = new TimeAxis(interval, width);
  const until = Math.min(now, interval.to);
  const top = (height - bar) / 2;
  if (until > interval.from) {
    const view = { axis, height: bar, until, palette: paletteOf(colours), ratio };
    painterOf(bar).paint(context, [{ series: series ?? emptyColumns, top }], view);
  }
  paintFuture(context, Math.max(0, axis.x(until)), width, height / 2, colours);
}

function paintFuture(
  context: CanvasRenderingContext2D,
  from: number,
  to: number,
  middle: number,
  colours: Colours,
): void {
  if (to - from < 2) return;
  context.strokeStyle = colours.of('line-regular');
  context.lineWidth = 1;
  context.setLineDash([1, 3]);
  context.beginPath();
  context.moveTo(from + 2, Math.floor(middle) + 0.5);
  context.lineTo(to, Math.floor(middle) + 0.5);
  context.stroke();
  context.setLineDash([]);
}

function painterOf(bar: number): StateBands {
  let painter = painters.get(bar);
  if (!painter) painters.set(bar, (painter = new StateBands()));
  return painter;
}
