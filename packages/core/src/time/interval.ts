/** A span of time, half-open: `from` belongs to it, `to` does not. Milliseconds since the epoch, UTC. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The length of an interval in milliseconds. */
export function duration(interval: Interval): number {
  return interval.to - interval.from;
}

/** What two intervals have in common; `undefined` where they do not meet. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : undefined;
}

/** @throws {RangeError} if an end is not a finite number or the interval runs backwards */
export function checkInterval({ from, to }: Interval): void {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from <= to)) {
    throw new RangeError(
      `invalid interval: ${from} … ${to}, allowed: from ≤ to, milliseconds since the epoch`,
    );
  }
}

/** The total length of intervals that do not overlap, in milliseconds. */
export function totalDuration(intervals: readonly Interval[]): number {
  let total = 0;
  for (const { from, to } of intervals) total += to - from;
  return total;
}

/** The parts of `interval` that none of `holes` covers. The holes are in time order and do not overlap. */
export function subtract(interval: Interval, holes: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let from = interval.from;
  for (const hole of holes) {
    if (hole.to <= from) continue;
    if (hole.from >= interval.to) break;
    if (hole.from > from) rest.push({ from, to: hole.from });
    from = Math.max(from, hole.to);
  }
  if (from < interval.to) rest.push({ from, to: interval.to });
  return rest;
}

/** The same time as the fewest intervals in time order: overlapping and touching ones become one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const { from, to } of sorted) {
    const last = merged[merged.length - 1];
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}
