import type { TimelineScene } from './timeline-view.js';

/**
 * Changes whenever the bars of a timeline have to be painted anew: by the data, a source that falls silent, the axis,
 * or the live edge by a pixel.
 *
 * @param looks - changes with the colours and the forms that they are painted in
 */
export function timelineContent(
  { twin, rows: { rows }, axis, language }: TimelineScene,
  looks: number,
): string {
  let revisions = 0;
  let silent = 0;
  for (const [index, { id }] of rows.entries()) {
    revisions += twin.seriesOf(id, 'state', 'state')?.contentRevision ?? 0;
    if (twin.freshness(`${id}/state`).freshness === 'stale') silent += index + 1;
    revisions += twin.seriesOf(id, 'reason', 'text')?.revision ?? 0;
    revisions += twin.seriesOf(id, 'comment', 'text')?.revision ?? 0;
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
    looks,
    language.tag,
  ].join();
}
