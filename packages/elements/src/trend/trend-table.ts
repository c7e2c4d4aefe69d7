import type { Interval } from '@twinfloor/core';
import type { TemplateResult } from 'lit';
import { table } from '../charts/data-table.js';
import type { TimeAxis } from '../charts/time-axis.js';
import { labelStep, roundTimes } from '../charts/time-ticks.js';
import { zoneOf } from '../charts/zone.js';
import type { Language } from '../internal/language.js';
import { signalDigits } from '../internal/signal-words.js';
import type { TrendLine } from './trend-data.js';

/** What the table is made of. */
export interface TrendTableGiven {
  readonly lines: readonly TrendLine[];
  readonly axis: TimeAxis;
  readonly now: number;
  readonly timeZone: string;
  readonly language: Language;
  readonly title: string;
}

/** The figures behind a trend by stretches of time, one for each label of the axis: mean, lowest and highest value. */
export function trendTable({ lines, axis, now, timeZone, language, title }: TrendTableGiven): TemplateResult {
  const { terms, formats } = language;
  const { from, to } = axis.interval;
  const end = Math.min(to, now);
  const cuts = roundTimes(from + 1, end - 1, labelStep(axis, 64), zoneOf(timeZone));
  const borders = [from, ...cuts, end];
  const name = (line: TrendLine, figure: string) =>
    `${lines.length > 1 ? `${line.label}, ` : ''}${figure}, ${formats.unit(line.unit).trim()}`;
  return table({
    caption: title,
    columns: [
      terms.from,
      terms.until,
      ...lines.flatMap((line) =>
        line.series?.kind === 'counter'
          ? [`${line.label}, ${terms.growth}`]
          : [terms.meanValue, terms.leastValue, terms.largestValue].map((figure) => name(line, figure)),
      ),
    ],
    rows: borders.slice(0, -1).map((start, index) => {
      const interval = { from: start, to: borders[index + 1] };
      return [
        formats.dateTime(interval.from, timeZone),
        formats.dateTime(interval.to, timeZone),
        ...lines.flatMap((line) => figuresOf(line, interval, language)),
      ];
    }),
  });
}

function figuresOf(line: TrendLine, { from, to }: Interval, { terms, formats }: Language): string[] {
  const { series, unit, knownUntil } = line;
  const known = { from, to: Math.max(from, Math.min(to, knownUntil)) };
  const text = (value: number | undefined) =>
    value === undefined || known.to <= from ? terms.none : formats.number(value, signalDigits(value, unit));
  if (series?.kind === 'counter') {
    const growth = series.amount(known);
    return [growth === undefined || known.to <= from ? terms.none : formats.number(growth)];
  }
  return [series?.mean(known), series?.minimum(known), series?.maximum(known)].map(text);
}
