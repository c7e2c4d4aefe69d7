import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { signalDigits } from '../internal/signal-words.js';
import type { TrendLine } from './trend-data.js';
import type { TrendLimit } from './trend-plot.js';
import type { Extent } from './trend-range.js';

/** The value of a line at a time with its unit; a dash for what is not known then. */
export function valueText(line: TrendLine, time: number, now: number, { terms, formats }: Language): string {
  const value = time <= Math.min(now, line.knownUntil) ? line.at(time) : undefined;
  return value === undefined
    ? terms.none
    : formats.quantity(value, line.unit, signalDigits(value, line.unit));
}

/** What all lines say at a time, in words. */
export function trendReadout(
  lines: readonly TrendLine[],
  time: number,
  now: number,
  language: Language,
): string {
  return lines
    .map((line) => (lines.length > 1 ? `${line.label} ` : '') + valueText(line, time, now, language))
    .join(', ');
}

/** The value at a time as a figure; of a silent source the last one, marked as such. */
export function valueFigure(
  line: TrendLine,
  time: number,
  { terms, formats }: Language,
  name = '',
): TemplateResult {
  const isStale = time > line.knownUntil;
  const value = line.at(isStale ? line.knownUntil : time);
  const looks = isStale ? 'stale' : line.isUncertainAt(time) ? 'uncertain' : '';
  return html`<span class=${`${name} ${looks}`}
    >${
      value === undefined
        ? terms.none
        : html`${formats.number(value, signalDigits(value, line.unit))}<span class="unit"
              >${formats.unit(line.unit)}</span
            >`
    }</span
  >`;
}

/** A figure of the heading: the value at a time, and which one, or when; a silent source says since when it is silent. */
export function lineFigure(
  line: TrendLine,
  time: number,
  isSingle: boolean,
  timeZone: string,
  language: Language,
): TemplateResult {
  const { terms, formats } = language;
  const clock = (moment: number) => formats.time(moment, timeZone);
  const silent = time > line.knownUntil ? terms.noDataSince(clock(line.knownUntil)) : '';
  const parts = isSingle ? [silent || terms.atTime(clock(time))] : [line.label, silent];
  return html`<div class="figure" part="figure">
    <dt class="caption">${parts.filter(Boolean).join(terms.pause)}</dt>
    <dd>${valueFigure(line, time, language)}</dd>
  </div>`;
}

/** Only the line of a signal and, unless left out, its last value. */
export function sparkView(
  line: TrendLine,
  now: number,
  size: Record<`--_${string}`, string>,
  language: Language,
  noValue: boolean,
): TemplateResult {
  const label = `${line.label}${language.terms.pause}${valueText(line, now, now, language)}`;
  return html`<div class="spark" role="img" aria-label=${label}>
    <div class="plot" part="plot" ${properties(size)}>
      <canvas class="below" aria-hidden="true"></canvas><canvas class="above" aria-hidden="true"></canvas>
    </div>
    ${noValue ? nothing : valueFigure(line, now, language, 'last')}
  </div>`;
}

/** Least and largest value of a range. */
export function extentText({ least, largest }: Extent, unit: string, { formats }: Language): string {
  const digits = signalDigits(largest, unit);
  return `${formats.number(least, digits)} … ${formats.quantity(largest, unit, digits)}`;
}

/** The limits that are set, with their names. */
export function namedLimits(
  { low, high }: { readonly low: number | undefined; readonly high: number | undefined },
  unit: string,
  { terms, formats }: Language,
): TrendLimit[] {
  const words = (value: number) => formats.quantity(value, unit, Number.isInteger(value) ? 0 : 1);
  const limits: TrendLimit[] = [];
  if (high !== undefined && Number.isFinite(high))
    limits.push({ value: high, name: terms.highLimit(words(high)) });
  if (low !== undefined && Number.isFinite(low))
    limits.push({ value: low, name: terms.lowLimit(words(low)) });
  return limits;
}
