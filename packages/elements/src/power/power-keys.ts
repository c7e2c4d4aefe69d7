import type { TimeAxis } from '../charts/time-axis.js';
import type { CursorKey } from '../charts/cursor.js';

const minute = 60_000;

/**
 * Where a key moves the cursor of a load chart: one point of the line (a minute, or a pixel where that is more)
 * with the arrows, one demand window with Shift, the ends with Home and End. `undefined` for other keys.
 *
 * @param now - the cursor does not go beyond it
 */
export function movedPowerCursor(
  { key, shiftKey }: CursorKey,
  cursor: number | undefined,
  axis: TimeAxis,
  window: number,
  now: number,
): number | undefined {
  const { from } = axis.interval;
  const to = Math.max(from, Math.min(axis.interval.to, now));
  const pixel = axis.scale > 0 ? 1 / axis.scale : minute;
  const step = shiftKey ? window : Math.max(minute, Math.ceil(pixel / minute) * minute);
  const start = cursor ?? to;
  // The cursor stands on whole steps, so that the same keys always lead to the same moments.
  const held = (time: number) => Math.min(Math.max(time, from), to);
  switch (key) {
    case 'Home':
      return from;
    case 'End':
      return to;
    case 'ArrowLeft':
      return held((Math.ceil(start / step) - 1) * step);
    case 'ArrowRight':
      return held((Math.floor(start / step) + 1) * step);
    default:
      return undefined;
  }
}
