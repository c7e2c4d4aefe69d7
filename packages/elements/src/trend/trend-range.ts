import type { Interval } from '@twinfloor/core';
import { timeLabelHeight } from '../charts/plot-axes.js';
import { TimeAxis } from '../charts/time-axis.js';
import { type ValueAxis, valueAxis } from '../charts/value-axis.js';
import type { Formats } from '../internal/format.js';
import type { TrendLine } from './trend-data.js';

const columns = 512;
const scratch = new Float64Array(columns * 4);

/** px above the plot, for the unit; around a spark, so that its line is not cut. */
const air = 26;
const sparkAir = 4;
/** px left of the plot, as in a chart of power. */
const leastLeft = 40;
/** px right of the plot: for the names of limits and lines, where there is room, and else. */
const wideRight = 96;
const narrowRight = 14;
const narrow = 560;

/** Smallest and largest value. */
export interface Extent {
  readonly least: number;
  readonly largest: number;
}

/** The extent of lines in an interval; `undefined` where nothing is known. Reads pyramids, whatever their length. */
export function extentOf(
  lines: readonly TrendLine[],
  { from, to }: Interval,
  now: number,
): Extent | undefined {
  let least = Infinity;
  let largest = -Infinity;
  for (const line of lines) {
    const end = Math.min(to, now, line.knownUntil);
    if (!(end > from)) continue;
    line.drawColumns(scratch, { from, to: end }, columns);
    // What was observed at this very moment lies behind the last column.
    const last = end === now ? line.at(now) : undefined;
    if (last !== undefined) {
      least = Math.min(least, last);
      largest = Math.max(largest, last);
    }
    for (let index = 0; index < scratch.length; index += 4) {
      // Not known is NaN, which is neither less nor more.
      if (scratch[index + 1] < least) least = scratch[index + 1];
      if (scratch[index + 2] > largest) largest = scratch[index + 2];
    }
  }
  return least <= largest ? { least, largest } : undefined;
}

/** The value axis for an extent, with its limits on it and some air above and below. */
export function trendAxis(
  { least, largest }: Extent,
  limits: readonly number[],
  isAmount: boolean,
  height: number,
): ValueAxis {
  const low = Math.min(least, ...limits);
  const high = Math.max(largest, ...limits);
  // A value that never changes stands in the middle, not on the edge.
  const air = (high - low) * 0.08 || Math.abs(high) * 0.02 || 1;
  return valueAxis(isAmount && low >= 0 ? 0 : low - air, high + air, height, isAmount);
}

/** What a trend has to find room for. */
export interface FrameGiven {
  readonly extent: Extent;
  readonly limits: readonly number[];
  readonly lines: readonly TrendLine[];
  /** The time to show. */
  readonly shown: Interval;
  /** Whether only the line is shown. */
  readonly isBare: boolean;
  readonly formats: Formats;
}

/** The places of a trend in its canvas, in px. */
export interface TrendFrame {
  readonly axis: TimeAxis;
  readonly values: ValueAxis;
  /** From the left and upper end of the canvas to the plot. */
  readonly left: number;
  readonly top: number;
  /** From the plot to the right end of the canvas. */
  readonly right: number;
}

/** Finds the places of a trend in a canvas. */
export function trendFrame(
  { extent, limits, lines, shown, isBare, formats }: FrameGiven,
  width: number,
  height: number,
): TrendFrame {
  const top = isBare ? sparkAir : air;
  const room = Math.max(1, height - top - (isBare ? sparkAir : timeLabelHeight));
  const { isAmount, unit } = lines[0];
  const values = trendAxis(extent, limits, isAmount, room);
  const labels = values.labels.map((value) => formats.number(value, values.decimals));
  const lengths = [...labels, formats.unit(unit).trim()].map((text) => text.replace(/[^ -~]/g, '00').length);
  // Figures are 6.2 px wide in the face of an axis, and Han twice that: measuring them would need the canvas. At least
  // as much as other charts take, so that the axes of a column stand one below the other.
  const left = isBare ? 2 : Math.max(leastLeft, 10 + 6.2 * Math.max(...lengths));
  const isNamed = limits.length > 0 || lines.length > 1;
  const right = isBare ? 5 : isNamed && width >= narrow ? wideRight : narrowRight;
  return { axis: new TimeAxis(shown, width - left - right), values, left, top, right };
}
