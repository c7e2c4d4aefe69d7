import type { TemplateResult } from 'lit';
import { table } from '../charts/data-table.js';
import type { Step } from '../charts/steps.js';
import type { Language } from '../internal/language.js';
import type { PowerTariff } from './power-tariff.js';

/** What the table behind a load chart is made of. */
export interface PowerTableInput {
  readonly steps: readonly Step[];
  /** Length of a demand window in milliseconds. */
  readonly window: number;
  readonly tariff: PowerTariff | undefined;
  readonly timeZone: string;
  readonly language: Language;
}

/** The demand windows behind a chart, with the energy of each and, where there is a tariff, band and price. */
export function powerTable({ steps, window, tariff, timeZone, language }: PowerTableInput): TemplateResult {
  const { terms, formats } = language;
  const hours = window / 3_600_000;
  const clock = (time: number) => formats.dateTime(time, timeZone);
  return table({
    caption: terms.powerTitle,
    columns: [terms.from, terms.until, `${terms.demand}, kW`, 'kWh', ...(tariff ? [terms.tariff] : [])],
    ...(tariff && { words: [4] }),
    rows: steps.map(({ from, to, value }) => [
      clock(from),
      clock(to),
      value === undefined ? terms.none : formats.power(value),
      value === undefined ? terms.none : formats.number(value * hours, 1),
      ...(tariff ? [tariff.words(from, language)] : []),
    ]),
  });
}
