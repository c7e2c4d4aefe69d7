import type { Bounds, OeeStep } from '@twinfloor/core';

/** What a trend draws of one step. */
export interface TrendFigure {
  readonly step: OeeStep;
  /** Fraction of one; `undefined`: nothing was planned, or there were no data. */
  readonly value: number | undefined;
  /** `undefined` where the value is certain. */
  readonly bounds: Bounds | undefined;
}

/** The figures of a trend, with the scale that holds them all. */
export interface Trend {
  readonly figures: readonly TrendFigure[];
  /** Whether no step has an OEE, so that the availability stands alone. */
  readonly alone: boolean;
  /** As a fraction of one. */
  readonly target: number | undefined;
  readonly low: number;
  readonly high: number;
}

/** Least span of the scale, so that noise does not look like change. */
const leastSpan = 0.1;

/** Takes from steps what is drawn of them. */
export function trendOf(steps: readonly OeeStep[], wanted: number | undefined): Trend {
  const alone =
    steps.every(({ oee }) => oee.value === undefined) &&
    steps.some(({ oee }) => oee.availability !== undefined);
  const figures = steps.map((step): TrendFigure => {
    const { oee } = step;
    const value = alone ? oee.availability : oee.value;
    const bounds = alone ? oee.availabilityBounds : oee.bounds;
    const wide = value !== undefined && bounds !== undefined && bounds.high - bounds.low > 0.0005;
    return { step, value, bounds: wide ? bounds : undefined };
  });
  const target = alone ? undefined : wanted;
  const shown = [target, ...figures.flatMap(({ value, bounds }) => [value, bounds?.low, bounds?.high])];
  const known = shown.filter((value) => value !== undefined);
  const high = known.length > 0 ? Math.max(...known) : 1;
  const low = known.length > 0 ? Math.min(...known) : 0;
  return { figures, alone, target, low: Math.min(low, high - leastSpan), high };
}

/** Neighbouring steps without a value, for one reason. */
export interface TrendGap {
  readonly first: number;
  readonly last: number;
  readonly planned: boolean;
}

/** The gaps of a trend, from the oldest. */
export function gapsOf(figures: readonly TrendFigure[]): TrendGap[] {
  const gaps: TrendGap[] = [];
  figures.forEach(({ value, step }, index) => {
    if (value !== undefined) return;
    const planned = step.oee.inputs.plannedTime > 0;
    const before = gaps[gaps.length - 1] as TrendGap | undefined;
    if (before?.last === index - 1 && before.planned === planned) {
      gaps[gaps.length - 1] = { ...before, last: index };
    } else gaps.push({ first: index, last: index, planned });
  });
  return gaps;
}
