import { type OeeStep, textIn, type TrendStep } from '@twinfloor/core';
import type { TableData } from '../charts/data-table.js';
import type { Language } from '../internal/language.js';
import type { Trend, TrendFigure } from './trend-figures.js';

/** The day on which a step began. */
export function dayWords(step: OeeStep, timeZone: string, { formats }: Language): string {
  return formats.date(step.from, timeZone);
}

/** Which step it is: the day with the name of the shift, a day, or the first and the last day of a week. */
export function stepWords(step: OeeStep, timeZone: string, language: Language): string {
  const { formats, tag } = language;
  const day = dayWords(step, timeZone, language);
  if (step.name) return `${day} ${textIn(step.name, tag)}`;
  const last = formats.date(step.to - 1, timeZone);
  return step.to - step.from > 26 * 3_600_000 ? `${day} – ${last}` : day;
}

/** All that is known of a step, in one line. */
export function trendReadout(
  { step, value, bounds }: TrendFigure,
  { target, alone }: Trend,
  timeZone: string,
  language: Language,
): string {
  const { terms, formats } = language;
  const { oee } = step;
  const factor = (name: 'availability' | 'performance' | 'quality') =>
    `${terms[name]} ${oee[name] === undefined ? terms.none : formats.percent(oee[name])}`;
  const parts = [
    stepWords(step, timeZone, language) + (step.running ? `${terms.listComma}${terms.soFar}` : ''),
    value === undefined
      ? oee.inputs.plannedTime > 0
        ? terms.noData
        : terms.notPlanned
      : `${alone ? terms.availability : terms.oee} ${formats.percent(value)}`,
  ];
  if (value !== undefined) {
    if (target !== undefined) {
      parts.push(terms.toTarget(formats.signed((value - target) * 100, 1) + formats.unit(terms.points)));
    }
    if (!alone) parts.push([factor('availability'), factor('performance'), factor('quality')].join(' × '));
    if (bounds) parts.push(terms.bounds(formats.number(bounds.low * 100, 1), formats.percent(bounds.high)));
    if (oee.coverage !== undefined && oee.coverage < 0.9995)
      parts.push(terms.dataFor(formats.percent(oee.coverage)));
  }
  return parts.join(' · ');
}

/** The steps behind a trend. */
export function trendTable(
  { figures, alone }: Trend,
  by: TrendStep,
  caption: string,
  timeZone: string,
  language: Language,
): TableData {
  const { terms, formats } = language;
  const share = (value: number | undefined) => (value === undefined ? terms.none : formats.percent(value));
  return {
    caption,
    columns: [
      terms.trendStep[by],
      ...(alone ? [] : [terms.oee]),
      terms.availability,
      ...(alone ? [] : [terms.performance, terms.quality]),
      terms.boundsColumn,
      terms.coverageColumn,
    ],
    rows: figures.map(({ step, bounds }) => {
      const { value, availability, performance, quality, coverage } = step.oee;
      return [
        stepWords(step, timeZone, language) + (step.running ? `${terms.listComma}${terms.soFar}` : ''),
        ...(alone ? [] : [share(value)]),
        share(availability),
        ...(alone ? [] : [share(performance), share(quality)]),
        bounds ? `${formats.number(bounds.low * 100, 1)} … ${formats.percent(bounds.high)}` : terms.none,
        share(coverage),
      ];
    }),
  };
}
