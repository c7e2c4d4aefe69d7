import type { WorkCalendar } from './calendar.js';
import { checkInterval, type Interval, subtract } from './interval.js';

/** A stretch of an axis: its time and where it lies. */
export interface AxisStretch extends Interval {
  /** Position of `from`. */
  readonly start: number;
  /** Position of `to`. */
  readonly end: number;
  /** Whether the time is collapsed into the width of a gap. */
  readonly isFolded: boolean;
}

/** How long an axis is, in any unit: px, mm, characters. */
export interface FoldedTimeOptions {
  /** Length of the axis, 0 or more. */
  readonly length: number;
  /** What a fold takes, whatever its time, in the same unit, 0 or more. */
  readonly gap: number;
}

/**
 * Time ↔ position over an interval in which some time is collapsed: each fold takes a gap of the same width, all other
 * time has one scale. Positions rise with time; each position has one time, inside the folds too unless the gap is 0.
 *
 * A fold is made only where it saves room, and none where everything would be folded or hardly anything left to see.
 */
export class FoldedTime {
  readonly interval: Interval;
  readonly length: number;
  /** All of the interval from its beginning to its end, without a hole. */
  readonly stretches: readonly AxisStretch[];
  /** Length of the axis that a millisecond takes outside of folds. */
  readonly scale: number;

  /**
   * @param folds - the time to collapse, in time order, apart
   * @throws {RangeError} if the interval runs backwards, or length or gap are not 0 or more
   */
  constructor(interval: Interval, folds: readonly Interval[], { length, gap }: FoldedTimeOptions) {
    checkInterval(interval);
    if (!(length >= 0 && length < Infinity))
      throw new RangeError(`invalid length: ${length}, allowed: 0 or more`);
    if (!(gap >= 0 && gap < Infinity)) throw new RangeError(`invalid gap: ${gap}, allowed: 0 or more`);
    this.interval = interval;
    this.length = length;
    const kept = foldsThatSaveRoom(interval, folds, length, gap);
    const open = kept.reduce((rest, { from, to }) => rest - (to - from), interval.to - interval.from);
    this.scale = open > 0 ? (length - kept.length * gap) / open : 0;
    const stretches: AxisStretch[] = [];
    let start = 0;
    const add = ({ from, to }: Interval, isFolded: boolean) => {
      if (from === to) return;
      const end = start + (isFolded ? gap : (to - from) * this.scale);
      stretches.push({ from, to, start, end, isFolded });
      start = end;
    };
    let from = interval.from;
    for (const fold of kept) {
      add({ from, to: fold.from }, false);
      add(fold, true);
      from = fold.to;
    }
    add({ from, to: interval.to }, false);
    this.stretches = stretches;
  }

  /** The position of a time; outside of the interval it goes on at the same scale. */
  position(time: number): number {
    const { interval, scale, length } = this;
    if (time <= interval.from) return (time - interval.from) * scale;
    if (time >= interval.to) return length + (time - interval.to) * scale;
    const { from, to, start, end } = this.#find((stretch) => stretch.to > time);
    return start + ((time - from) / (to - from)) * (end - start);
  }

  /** The time at a position, held within the interval. */
  time(position: number): number {
    const { interval, length } = this;
    if (!(position > 0) || this.stretches.length === 0) return interval.from;
    if (position >= length) return interval.to;
    const { from, to, start, end } = this.#find((stretch) => stretch.end > position);
    return from + ((position - start) / (end - start)) * (to - from);
  }

  /** The fold that hides a time; its ends are not hidden. */
  foldAt(time: number): AxisStretch | undefined {
    if (!(time > this.interval.from && time < this.interval.to)) return undefined;
    const stretch = this.#find(({ to }) => to > time);
    return stretch.isFolded && time > stretch.from ? stretch : undefined;
  }

  /** The first stretch that a test holds for; it holds for all behind it too. The last one where rounding leaves none. */
  #find(test: (stretch: AxisStretch) => boolean): AxisStretch {
    let [low, high] = [0, this.stretches.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(this.stretches[middle])) high = middle;
      else low = middle + 1;
    }
    return this.stretches[low];
  }
}

/** The time of an interval that is not planned for production: what an axis can fold. */
export function unplannedTime(calendar: WorkCalendar, interval: Interval, equipment?: string): Interval[] {
  return subtract(interval, calendar.planned(interval, equipment));
}

function foldsThatSaveRoom(
  interval: Interval,
  folds: readonly Interval[],
  length: number,
  gap: number,
): Interval[] {
  const whole = interval.to - interval.from;
  const kept = folds
    .map(({ from, to }) => ({ from: Math.max(from, interval.from), to: Math.min(to, interval.to) }))
    .filter(({ from, to }) => from < to && ((to - from) / whole) * length > gap);
  const folded = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  return folded < whole && length > kept.length * gap * 2 ? kept : [];
}
