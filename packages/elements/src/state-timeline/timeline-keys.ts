import type { Interval, StateSeries } from '@twinfloor/core';
import type { CursorKey } from '../charts/cursor.js';
import type { TimeAxis } from '../charts/time-axis.js';
import { labelStep } from '../charts/time-ticks.js';
import { announce } from '../internal/announce.js';
import { rowSentence } from './timeline-readout.js';
import type { TimelineScene } from './timeline-view.js';

const minute = 60_000;

/** Where a key leads. */
export interface KeyMove {
  /** Of the cursor; `undefined`: nothing is pointed at. */
  readonly time: number | undefined;
  /** Index of the row that the keys act on. */
  readonly row: number;
  /** Whether its machine is chosen. */
  readonly isChosen: boolean;
}

/**
 * What a key does in a timeline, told to screen readers.
 *
 * @param time - of the cursor
 * @param row - index of the row that the keys act on
 */
export function actOnKey(
  event: CursorKey,
  scene: TimelineScene,
  time: number | undefined,
  row: number,
): KeyMove {
  const { key } = event;
  const { twin, axis, range, language } = scene;
  const { rows } = scene.rows;
  const now = twin.clock.now();
  let next = time;
  if (key === 'Escape') next = undefined;
  else if (key === 'ArrowUp') row = Math.max(row - 1, 0);
  else if (key === 'ArrowDown') row = Math.min(row + 1, rows.length - 1);
  else {
    const series = twin.seriesOf(rows[row]?.id ?? '', 'state', 'state');
    next = movedCursor(event, time, axis, series, { range, now }) ?? time;
  }
  const { id } = rows[row] ?? {};
  if (id !== undefined) announce(rowSentence(scene, id, next ?? now), language.tag);
  return { time: next, row, isChosen: key === 'Enter' || key === ' ' };
}

/** Where a cursor may go. */
export interface CursorBounds {
  /** The whole time that can be shown: the cursor may leave what the axis shows. */
  readonly range: Interval;
  /** The cursor does not go beyond it. */
  readonly now: number;
}

/**
 * Where a key moves the cursor: an observation of the series with the arrows, a state with Shift, a label of the
 * axis with the page keys, the ends with Home and End. `undefined` for other keys.
 *
 * @param cursor - where it is; without it, a key to the left begins at the end of what is shown
 */
export function movedCursor(
  { key, shiftKey }: CursorKey,
  cursor: number | undefined,
  axis: TimeAxis,
  series: StateSeries | undefined,
  { range, now }: CursorBounds,
): number | undefined {
  const { from } = range;
  const to = Math.max(from, Math.min(range.to, now));
  const held = (time: number) => Math.min(Math.max(unfolded(time, axis, key), from), to);
  const start = cursor ?? Math.min(axis.interval.to, to);
  switch (key) {
    case 'Home':
      return from;
    case 'End':
      return to;
    case 'PageUp':
      return held(start - labelStep(axis, 64));
    case 'PageDown':
      return held(start + labelStep(axis, 64));
    case 'ArrowLeft':
      return held(series ? earlier(series, start, shiftKey) : start - minute);
    case 'ArrowRight':
      return held(series ? later(series, start, shiftKey) : start + minute);
    default:
      return undefined;
  }
}

function earlier(series: StateSeries, time: number, byState: boolean): number {
  let index = series.indexAt(time);
  if (index < 0) return -Infinity;
  if (series.timeAt(index) === time) index--;
  while (byState && index > 0 && series.codeAt(index - 1) === series.codeAt(index)) index--;
  return index < 0 ? -Infinity : series.timeAt(index);
}

function later(series: StateSeries, time: number, byState: boolean): number {
  const holding = series.indexAt(time);
  let index = holding + 1;
  while (byState && holding >= 0 && index < series.length && series.codeAt(index) === series.codeAt(holding))
    index++;
  return index < series.length ? series.timeAt(index) : Infinity;
}

/** A time inside a fold is moved to the end of it that lies in the direction of the key. */
function unfolded(time: number, axis: TimeAxis, key: string): number {
  const fold = axis.foldAt(time);
  if (!fold) return time;
  return key === 'ArrowLeft' || key === 'PageUp' ? fold.from : fold.to;
}
