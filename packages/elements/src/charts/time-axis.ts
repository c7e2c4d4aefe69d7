import type { Interval } from '@twinfloor/core';

/** Width of a fold in px. */
export const foldWidth = 18;

/** A stretch of the axis on which time runs evenly. */
export interface AxisPiece extends Interval {
  /** Left and right end in px. */
  readonly left: number;
  readonly right: number;
}

/** A stretch of time that is not drawn, in {@link foldWidth} px. */
export type AxisFold = AxisPiece;

/**
 * Time ↔ px over an interval. Folded time takes 18 px whatever its length; all other time has one scale.
 *
 * Folds are given in time order and apart; the parts of them inside the interval count. A fold is only made where
 * it saves room.
 */
export class TimeAxis {
  readonly interval: Interval;
  /** Width of the plot in px. */
  readonly width: number;
  /** The drawn stretches from left to right. */
  readonly pieces: readonly AxisPiece[];
  readonly folds: readonly AxisFold[];
  /** px of a millisecond of drawn time. */
  readonly scale: number;

  constructor(interval: Interval, width: number, folds: readonly Interval[] = []) {
    this.interval = interval;
    this.width = Math.max(0, width);
    const kept = foldsThatSaveRoom(interval, this.width, folds);
    const folded = kept.reduce((sum, fold) => sum + fold.to - fold.from, 0);
    const time = interval.to - interval.from - folded;
    this.scale = time > 0 ? (this.width - kept.length * foldWidth) / time : 0;
    const pieces: AxisPiece[] = [];
    const placed: AxisFold[] = [];
    let from = interval.from;
    let left = 0;
    for (const fold of kept) {
      const right = left + (fold.from - from) * this.scale;
      if (fold.from > from) pieces.push({ from, to: fold.from, left, right });
      placed.push({ from: fold.from, to: fold.to, left: right, right: right + foldWidth });
      from = fold.to;
      left = right + foldWidth;
    }
    if (from < interval.to) pieces.push({ from, to: interval.to, left, right: this.width });
    this.pieces = pieces;
    this.folds = placed;
  }

  /** px of a time; outside the interval it goes on at the same scale, inside a fold it runs through its 18 px. */
  x(time: number): number {
    const { pieces, folds, scale, interval } = this;
    if (time < interval.from) return (time - interval.from) * scale;
    if (time > interval.to) return this.width + (time - interval.to) * scale;
    for (const piece of pieces) {
      if (time >= piece.from && time <= piece.to) return piece.left + (time - piece.from) * scale;
    }
    for (const fold of folds) {
      if (time >= fold.from && time <= fold.to) {
        return fold.left + ((time - fold.from) / (fold.to - fold.from)) * foldWidth;
      }
    }
    return 0;
  }

  /** Time at a px, held within the interval. */
  time(x: number): number {
    if (x <= 0) return this.interval.from;
    if (x >= this.width) return this.interval.to;
    for (const piece of this.pieces) {
      if (x >= piece.left && x <= piece.right) return piece.from + (x - piece.left) / this.scale;
    }
    for (const fold of this.folds) {
      if (x >= fold.left && x <= fold.right) {
        return fold.from + ((x - fold.left) / foldWidth) * (fold.to - fold.from);
      }
    }
    return this.interval.to;
  }

  /** The fold that hides a time; its ends are not hidden. */
  foldAt(time: number): AxisFold | undefined {
    return this.folds.find((fold) => time > fold.from && time < fold.to);
  }
}

function foldsThatSaveRoom(interval: Interval, width: number, folds: readonly Interval[]): Interval[] {
  const inside: Interval[] = [];
  for (const fold of folds) {
    const from = Math.max(fold.from, interval.from);
    const to = Math.min(fold.to, interval.to);
    if (from < to) inside.push({ from, to });
  }
  const length = interval.to - interval.from;
  const kept = inside.filter(({ from, to }) => ((to - from) / length) * width > foldWidth);
  const folded = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  // With everything folded, or hardly a pixel left between the folds, there is nothing to read.
  return folded < length && width > kept.length * foldWidth * 2 ? kept : [];
}
