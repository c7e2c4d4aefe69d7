import type { TimeAxis } from './time-axis.js';
import type { Zone } from './zone.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minute);
const daySteps = [1, 2, 7, 14, 28, 56, 112, 364].map((days) => days * day);
/** Small ticks between two labelled ones, by step: quarters of an hour under hours, and so on. */
const parts = new Map([
  [minute, 4],
  [2 * minute, 4],
  [5 * minute, 5],
  [10 * minute, 2],
  [15 * minute, 3],
  [30 * minute, 3],
  [hour, 4],
  [2 * hour, 4],
  [3 * hour, 3],
  [6 * hour, 3],
  [12 * hour, 4],
]);

/** Least distance of two labels, and of a label to the cursor, the now mark or a fold, in px. */
export const labelDistance = 42;

/** Half the width of a label and its distance to a fold in px. */
const halfLabel = 18;

/** A mark on the axis at a round local time. */
export interface TimeTick {
  readonly time: number;
  readonly x: number;
  /** `08:00`, or a date at midnight over more than a day; absent: a small tick without words. */
  readonly label?: string;
}

/** How a label stands to its tick. */
export type LabelAlign = 'start' | 'center' | 'end';

/** The step of labels in milliseconds at which they keep at least `room` px. */
export function labelStep(axis: TimeAxis, room: number): number {
  const needed = axis.scale > 0 ? room / axis.scale : Infinity;
  return [...steps, ...daySteps].find((step) => step >= needed) ?? daySteps[daySteps.length - 1];
}

/**
 * Times inside [from, to] whose wall time is a multiple of the step, counted from local midnight (from a Monday
 * for weeks). A wall time that a clock change repeats is given twice, one that it skips not at all.
 */
export function roundTimes(from: number, to: number, step: number, zone: Zone): number[] {
  const times: number[] = [];
  // Offsets are quarters of an hour, so that round wall times are round UTC times of this grain.
  const grain = Math.min(step, 15 * minute);
  const origin = step > day ? 4 * day : 0; // 5 January 1970 was a Monday.
  for (let time = Math.ceil(from / grain) * grain; time <= to; time += grain) {
    const local = zone.local(time) - origin;
    const rest = local - Math.floor(local / step) * step;
    if (rest === 0) times.push(time);
    // Far from the next one: go close to it, staying short of it by more than any clock change.
    else if (step - rest > 4 * hour) time += Math.floor((step - rest - 3 * hour) / grain) * grain;
  }
  return times;
}

/**
 * Ticks for an axis: small ones without words and labelled ones on round hours, those inside a fold left out.
 *
 * @param dateText - words for a day, used at midnights when there is more than one day
 * @param room - least px between two labels
 */
export function timeTicks(
  axis: TimeAxis,
  zone: Zone,
  dateText: (time: number) => string,
  room = 64,
): TimeTick[] {
  const { from, to } = axis.interval;
  // Over more than a day, midnights are named by their day, which is longer than a time.
  const isLong = to - from > day;
  const step = labelStep(axis, isLong ? room * 1.4 : room);
  const labelled = new Set(roundTimes(from, to, step, zone));
  const part = parts.get(step);
  const times = part === undefined ? [...labelled] : roundTimes(from, to, step / part, zone);
  const ticks: TimeTick[] = [];
  for (const time of times) {
    if (axis.foldAt(time)) continue;
    const x = axis.x(time);
    const isDay = isLong && zone.local(time) % day === 0;
    if (!labelled.has(time)) ticks.push({ time, x });
    else ticks.push({ time, x, label: isDay ? dateText(time) : zone.clock(time) });
  }
  return ticks;
}

/** A label that found its place. */
export interface PlacedLabel {
  readonly x: number;
  readonly text: string;
  readonly align: LabelAlign;
}

/**
 * The labels of an axis that are far enough from the marks: the first at the left edge begins there, one at the
 * right edge ends there. The times on both sides of a fold always stand, and drop those near them.
 *
 * @param marks - px of the cursor, of the now mark and of the middle of its words
 */
export function placeLabels(
  axis: TimeAxis,
  ticks: readonly TimeTick[],
  zone: Zone,
  marks: readonly number[],
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: number[] = [...marks];
  const isFree = (x: number) => taken.every((other) => Math.abs(other - x) >= labelDistance);
  for (const fold of axis.folds) {
    const left = { x: fold.left - 3, text: zone.clock(fold.from), align: 'end' } as const;
    const right = { x: fold.right + 3, text: zone.clock(fold.to), align: 'start' } as const;
    for (const label of [left, right]) {
      // A fold at an end of the axis has no time beside it.
      if (label === left ? fold.left <= 0 : fold.right >= axis.width - 1) continue;
      const middle = label === left ? label.x - halfLabel : label.x + halfLabel;
      if (marks.every((mark) => Math.abs(mark - middle) >= labelDistance)) placed.push(label);
    }
    // Their words stand beside the fold, so that the others keep away from the middle of the words.
    taken.push(fold.left - halfLabel, fold.left, fold.right, fold.right + halfLabel);
  }
  for (const { x, label } of ticks) {
    if (label === undefined) continue;
    const align: LabelAlign = x < halfLabel ? 'start' : x > axis.width - halfLabel ? 'end' : 'center';
    const middle = align === 'start' ? x + halfLabel : align === 'end' ? x - halfLabel : x;
    if (isFree(middle)) placed.push({ x, text: label, align });
  }
  return placed.sort((a, b) => a.x - b.x);
}
