import type { Interval } from '@twinfloor/core';
import { Shared } from './shared.js';

/** The shortest time in milliseconds that a chart can be zoomed in to. */
export const leastWindow = 60_000;

const views = new WeakMap<object, Shared<Interval>>();

/**
 * The stretch of time that a person has zoomed in to, one for all charts of a twin, so that they keep one time axis;
 * `undefined`: each shows the whole of its range. Figures go on being those of the range.
 */
export function viewOf(twin: object): Shared<Interval> {
  let view = views.get(twin);
  if (!view) views.set(twin, (view = new Shared<Interval>()));
  return view;
}

/**
 * The part of a range to show. A window that reaches over an end is pushed back inside, so that one at the live edge of
 * a range that moves goes along with it. A window without anything of the range shows the whole range: it was chosen
 * for another time.
 */
export function shownPart(range: Interval, window: Interval | undefined): Interval {
  if (!window || window.from >= range.to || window.to <= range.from) return range;
  return isPart(window, range) ? inside(range, window) : range;
}

/** Whether what is shown is less than the range. */
export function isPart(shown: Interval, range: Interval): boolean {
  return shown.to - shown.from < range.to - range.from;
}

/**
 * The window after zooming, with the time that was given still at its place; `undefined`: the whole range.
 *
 * @param shown - what is shown now
 * @param factor - of the length: below 1 zooms in
 */
export function zoomed(range: Interval, shown: Interval, time: number, factor: number): Interval | undefined {
  const before = shown.to - shown.from;
  const length = Math.max(before * factor, leastWindow);
  if (length >= range.to - range.from) return undefined;
  const from = time - ((time - shown.from) / before) * length;
  return inside(range, { from, to: from + length });
}

/** The window after moving by milliseconds, held inside the range; `undefined`: there is nothing to move. */
export function panned(range: Interval, shown: Interval, by: number): Interval | undefined {
  return isPart(shown, range) ? inside(range, { from: shown.from + by, to: shown.to + by }) : undefined;
}

function inside(range: Interval, { from, to }: Interval): Interval {
  const start = Math.min(Math.max(from, range.from), range.to - (to - from));
  return { from: start, to: start + to - from };
}
