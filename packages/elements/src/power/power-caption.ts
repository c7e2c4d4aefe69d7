import { textIn, type Twin } from '@twinfloor/core';
import type { Language } from '../internal/language.js';
import type { PowerData } from './power-data.js';
import type { PowerRange } from './power-range.js';

/**
 * Whose power it is, of when, what line and steps are, and how much energy that was.
 *
 * @param currency - of the prices above the chart; `undefined` where there is no tariff
 */
export function powerCaption(
  twin: Twin,
  equipment: string,
  data: PowerData,
  { interval, energy: { amount, coverage } }: PowerRange,
  currency: string | undefined,
  { terms, formats, tag }: Language,
): string {
  const { timeZone } = twin.workshop;
  const first = formats.date(interval.from, timeZone);
  const last = formats.date(interval.to - 1, timeZone);
  const parts = [
    textIn((equipment ? twin.tree.get(equipment) : twin.workshop).name, tag),
    first === last ? first : `${first} – ${last}`,
    terms.demandSteps(formats.duration(data.window)),
    data.line ? terms.loadLine : terms.counterOnly,
    currency === undefined ? '' : terms.priceIn(`${terms.currency(currency)}/kWh`),
    amount === undefined ? '' : terms.energyUsed(formats.quantity(amount, 'kWh')),
    coverage !== undefined && coverage < 0.95 ? terms.measuredShare(formats.percent(coverage, 0)) : '',
  ];
  // No line begins with the dot.
  return parts.filter(Boolean).join('\u00a0· ');
}
