import { type OeeStep, textIn } from '@twinfloor/core';
import type { Language } from '../internal/language.js';
import type { Trend, TrendFigure } from './trend-figures.js';

/** The day on which a step began. */
export function dayWords(step: OeeStep, timeZone: string, { formats }: Language): string {
  return formats.date(step.from, timeZone);
}

/** Which step it is: the day with the name of the shift, a day, or the first and the last day of a week. */
export function stepWords(step: OeeStep, timeZone: string, language: Language): string {
  const { formats, tag, terms } = language;
  const day = dayWords(step, timeZone, language);
  const last = formats.date(step.to - 1, timeZone);
  const isLong = step.to - step.from > 26 * 3_600_000;
  const words = step.name ? `${day} ${textIn(step.name, tag)}` : isLong ? `${day} – ${last}` : day;
  return step.running ? words + terms.listComma + terms.soFar : words;
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
    stepWords(step, timeZone, language),
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
    const known = knownShare(step);
    if (known !== undefined && known < 0.9995) parts.push(terms.dataFor(formats.percent(known)));
  }
  return parts.join(' · ');
}

/** Share of the planned time for which there are data, of the machines that the figure is made of. */
export function knownShare({ oee: { inputs } }: OeeStep): number | undefined {
  return inputs.plannedTime > 0 ? 1 - inputs.unknownTime / inputs.plannedTime : undefined;
}
