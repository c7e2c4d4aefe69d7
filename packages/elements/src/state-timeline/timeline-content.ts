import type { Twin } from '@twinfloor/core';
import type { TimeAxis } from '../charts/time-axis.js';
import type { TimelineRow } from './timeline-rows.js';

/**
 * Changes whenever the bars of a timeline have to be painted anew: by the data, a source that falls silent, the axis,
 * or the live edge by a pixel.
 *
 * @param look - changes when the same data have to be painted in another way
 */
export function timelineContent(
  twin: Twin,
  rows: readonly TimelineRow[],
  axis: TimeAxis,
  look: string,
): string {
  let revisions = 0;
  let silent = 0;
  for (const [index, { id }] of rows.entries()) {
    revisions += twin.seriesOf(id, 'state', 'state')?.contentRevision ?? 0;
    if (twin.freshness(`${id}/state`).freshness === 'stale') silent += index + 1;
    revisions += twin.seriesOf(id, 'reason', 'text')?.revision ?? 0;
    revisions += twin.seriesOf(id, 'conditions', 'condition')?.revision ?? 0;
  }
  const { interval, width, folds, scale } = axis;
  const pixel = Math.floor(twin.clock.now() * scale * devicePixelRatio);
  return [
    interval.from,
    interval.to,
    width,
    folds.length,
    pixel,
    rows.length,
    revisions,
    silent,
    look,
  ].join();
}
