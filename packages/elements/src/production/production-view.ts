import type { EquipmentProduction, Interval, ProductionHour } from '@twinfloor/core';
import { roundedToSum } from '../internal/largest-remainder.js';
import type { Language } from '../internal/language.js';

/** One hour as it is shown: amounts rounded so that they add up to those of the whole. */
export interface ShownHour {
  readonly hour: ProductionHour;
  readonly planned: number | undefined;
  readonly good: number | undefined;
}

/** Digits after the point: pieces are whole. */
export function digitsOf(unit: string | undefined): number {
  return unit === undefined || unit === 'pcs' ? 0 : 1;
}

/** The hours with amounts rounded to what is written of them. */
export function shownHours({ hours, unit }: EquipmentProduction): readonly ShownHour[] {
  const scale = 10 ** digitsOf(unit);
  const rounded = (read: (hour: ProductionHour) => number | undefined) => {
    const whole = roundedToSum(hours.map((hour) => (read(hour) ?? 0) * scale));
    return (index: number) => (read(hours[index]) === undefined ? undefined : whole[index] / scale);
  };
  const planned = rounded((hour) => hour.planned);
  const good = rounded((hour) => hour.good);
  return hours.map((hour, index) => ({ hour, planned: planned(index), good: good(index) }));
}

/** An amount in the unit of the product, with or without its unit. */
export function amountWords(
  value: number | undefined,
  unit: string | undefined,
  { terms, formats }: Language,
  withUnit = true,
): string {
  if (value === undefined) return terms.none;
  const digits = digitsOf(unit);
  return withUnit && unit !== undefined
    ? formats.quantity(value, unit, digits)
    : formats.number(value, digits);
}

/** A point of a line that adds up. */
export interface SumPoint {
  readonly time: number;
  readonly sum: number;
}

/** The plan as it adds up: even over planned time, flat over breaks. */
export function planLine(
  hours: readonly ProductionHour[],
  planned: (interval: Interval) => readonly Interval[],
): SumPoint[] {
  const points: SumPoint[] = [];
  let sum = 0;
  for (const { from, to, planned: amount = 0, plannedTime } of hours) {
    points.push({ time: from, sum });
    for (const part of plannedTime > 0 ? planned({ from, to }) : []) {
      points.push({ time: part.from, sum });
      sum += (amount * (part.to - part.from)) / plannedTime;
      points.push({ time: part.to, sum });
    }
    points.push({ time: to, sum });
  }
  return points;
}

/** What was made as it adds up, in stretches without a gap. */
export function madeLines(hours: readonly ProductionHour[], now: number): SumPoint[][] {
  const lines: SumPoint[][] = [];
  let sum = 0;
  let open = false;
  for (const { from, to, good } of hours) {
    if (from >= now) break;
    if (good !== undefined) {
      if (!open) lines.push([{ time: from, sum }]);
      sum += good;
      lines[lines.length - 1].push({ time: Math.min(to, now), sum });
    }
    open = good !== undefined;
  }
  return lines;
}

/** How it goes on at the present rate: even over planned time. */
export function forecastLine(
  { good, rate, interval }: EquipmentProduction,
  now: number,
  planned: (interval: Interval) => readonly Interval[],
): SumPoint[] {
  if (good === undefined || rate === undefined) return [];
  let sum = good;
  const points: SumPoint[] = [{ time: now, sum }];
  for (const { from, to } of planned({ from: now, to: interval.to })) {
    points.push({ time: from, sum });
    sum += (rate * (to - from)) / 3_600_000;
    points.push({ time: to, sum });
  }
  return [...points, { time: interval.to, sum }];
}
