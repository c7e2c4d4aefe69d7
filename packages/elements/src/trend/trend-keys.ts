import type { CursorKey } from '../charts/cursor.js';
import type { TimeAxis } from '../charts/time-axis.js';
import { labelStep } from '../charts/time-ticks.js';
import type { Interval } from '@twinfloor/core';
import type { TrendLine } from './trend-data.js';

/**
 * Where a key moves the cursor of a trend: to the next observation that is a pixel away or more, with Shift by a label of
 * the axis, to the ends with Home and End. `undefined` for other keys.
 *
 * @param cursor - where it is; without it, keys begin at the end of what is known
 * @param range - the cursor stays in it, and does not go beyond now
 */
export function movedTrendCursor(
  { key, shiftKey }: CursorKey,
  cursor: number | undefined,
  axis: TimeAxis,
  { series }: TrendLine,
  range: Interval,
  now: number,
): number | undefined {
  const to = Math.max(range.from, Math.min(range.to, now));
  const start = cursor ?? Math.min(axis.interval.to, to);
  const pixel = axis.scale > 0 ? 1 / axis.scale : 1;
  const held = (time: number) => Math.min(Math.max(time, range.from), to);
  if (key === 'Home') return range.from;
  if (key === 'End') return to;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const isLeft = key === 'ArrowLeft';
  if (shiftKey) return held(start + labelStep(axis, 64) * (isLeft ? -1 : 1));
  if (!series) return held(start + pixel * (isLeft ? -1 : 1));
  const near = series.indexAt(isLeft ? start - pixel : start + pixel);
  if (isLeft) return held(near < 0 ? -Infinity : series.timeAt(near));
  // The one that holds a pixel on may be the one that held before: then the next.
  const next = near >= 0 && series.timeAt(near) > start ? near : near + 1;
  return held(next < series.length ? series.timeAt(next) : Infinity);
}
