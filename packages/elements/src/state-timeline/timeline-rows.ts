import type { Interval, StateSeries, Twin } from '@twinfloor/core';

/** Height of the axis above the rows in px. */
export const headerHeight = 36;
/** Room left and right of the plot in its canvases, for what stands on its edges, in px. */
export const edge = 6;
const footHeight = 10;
/** A canvas may not be higher than some browsers allow, at twice the pixels. */
const heightLimit = 8000;
/** Height of a strip in px: low, so that little is painted off the screen, but not so low that strips cost more. */
const stripHeight = 400;

/** One machine of a timeline. */
export interface TimelineRow {
  readonly id: string;
  /** px from the top of the plot to the top of the row. */
  readonly top: number;
  /** Whether a gap stands before it because another line begins. */
  readonly beginsGroup: boolean;
}

/** Rows that are painted on a canvas of their own, so that those off the screen need not be painted. */
export interface TimelineStrip {
  /** Index of its first row and of the row after its last. */
  readonly first: number;
  readonly end: number;
  /** px from the top of the plot. */
  readonly top: number;
  readonly bottom: number;
}

/** The rows of a timeline and their measures in px. */
export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** From the top; together they cover the plot. */
  readonly strips: readonly TimelineStrip[];
  /** Distance of two rows. */
  readonly pitch: number;
  /** Room between two lines of machines. */
  readonly gap: number;
  /** Height of a bar. */
  readonly bar: number;
  /** Whether there is a line of words under the bars. */
  readonly hasLabels: boolean;
  /** Whether each row has room for its name. */
  readonly hasNames: boolean;
  readonly height: number;
}

/** The machines at or below an equipment, line by line; all of the workshop without one. Meters have no states. */
export function timelineRows(twin: Twin, equipment: string): TimelineRows {
  const roots = equipment ? [equipment] : twin.tree.roots;
  const ids = roots
    .flatMap((root) => twin.tree.workUnits(root))
    .filter((id) => twin.tree.get(id).type !== 'meter');
  const pitch = pitchOf(ids.length);
  // Even if each machine were a group of its own, the canvas must not become too high.
  const gap = Math.max(0, Math.min(pitch === 36 ? 12 : 8, Math.floor(heightLimit / ids.length - pitch)));
  const rows: TimelineRow[] = [];
  let top = headerHeight;
  let parent: string | undefined;
  for (const id of ids) {
    const own = twin.tree.get(id).parent;
    const beginsGroup = rows.length > 0 && own !== parent;
    if (beginsGroup) top += gap;
    rows.push({ id, top, beginsGroup });
    top += pitch;
    parent = own;
  }
  const bar = pitch === 36 ? 16 : pitch === 20 ? 10 : Math.max(1, Math.floor(pitch * 0.8));
  const height = top + footHeight;
  const strips = stripsOf(rows, height);
  return { rows, strips, pitch, gap, bar, hasLabels: pitch === 36, hasNames: pitch >= 20, height };
}

function stripsOf(rows: readonly TimelineRow[], height: number): TimelineStrip[] {
  const strips: TimelineStrip[] = [];
  let first = 0;
  let top = 0;
  rows.forEach((row, index) => {
    if (row.top - top < stripHeight) return;
    strips.push({ first, end: index, top, bottom: row.top });
    first = index;
    top = row.top;
  });
  strips.push({ first, end: rows.length, top, bottom: height });
  return strips;
}

/** 36 px with words under the bars, 20 without, and for hundreds of machines what the height leaves. */
function pitchOf(count: number): number {
  if (count <= 120) return 36;
  if (count <= 380) return 20;
  return Math.max(1, Math.floor(heightLimit / count));
}

/** The state series of a machine, and the time after which nothing is known because its source is silent. */
export interface RowData {
  readonly series: StateSeries | undefined;
  readonly knownUntil: number;
}

/** Reads what is known of a machine at the moment of the clock. */
export function rowData(twin: Twin, id: string): RowData {
  const series = twin.seriesOf(id, 'state', 'state');
  const { age, freshness } = twin.freshness(`${id}/state`);
  const knownUntil = freshness === 'stale' && age !== undefined ? twin.clock.now() - age : Infinity;
  return { series, knownUntil };
}

/** The whole span of the state that holds at a time; its end is cut off at `until`. */
export function stateSpan(series: StateSeries, time: number, until: number): Interval | undefined {
  let first = series.indexAt(time);
  if (first < 0) return undefined;
  const code = series.codeAt(first);
  let next = first + 1;
  while (first > 0 && series.codeAt(first - 1) === code) first--;
  while (next < series.length && series.timeAt(next) < until && series.codeAt(next) === code) next++;
  const to = next < series.length ? Math.min(series.timeAt(next), until) : until;
  return { from: series.timeAt(first), to };
}
