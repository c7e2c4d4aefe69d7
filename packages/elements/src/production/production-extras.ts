import { type EquipmentProduction, longestStop, textIn, type Twin } from '@twinfloor/core';
import type { TableData } from '../charts/data-table.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { amountWords, digitsOf, type ShownHour } from './production-view.js';
import { hourWords } from './production-words.js';

/** The longest stop of an hour with its reason: `Fault 12 min, Oil pressure low`. Empty where there was none. */
export function stopWords(
  twin: Twin,
  machines: readonly string[],
  { hour }: ShownHour,
  { terms, formats, tag }: Language,
): string {
  const stop = hour.from < twin.clock.now() ? longestStop(twin, machines, hour) : undefined;
  if (!stop) return '';
  const { equipment, state, from, to } = stop;
  const reason = state === 'unknown' ? '' : reasonAt(twin, equipment, to - 1, tag);
  const parts = [
    machines.length > 1 ? textIn(twin.tree.get(equipment).name, tag) : '',
    `${state === 'unknown' ? terms.noData : terms.states[state]} ${formats.duration(to - from)}`,
    reason,
  ];
  return parts.filter(Boolean).join(', ');
}

/** The hours behind a chart. */
export function productionTable(
  twin: Twin,
  production: EquipmentProduction,
  hours: readonly ShownHour[],
  language: Language,
): TableData {
  const { terms, formats } = language;
  const { unit, machines } = production;
  const amount = (value: number | undefined) => amountWords(value, unit, language, false);
  const now = twin.clock.now();
  let since = 0;
  const withUnit = (word: string) => `${word}, ${formats.unit(unit ?? '').trim()}`;
  return {
    caption: terms.productionTitle,
    columns: [
      terms.hourColumn,
      withUnit(terms.plannedUnits),
      withUnit(terms.goodUnits),
      terms.differenceColumn,
      terms.sinceStart,
      terms.scrapUnits,
      terms.reworkUnits,
      terms.longestStop,
    ],
    words: [7],
    rows: hours.map((shown) => {
      const { hour, planned, good } = shown;
      const isOver = hour.to <= now && good !== undefined && planned !== undefined;
      const difference = isOver ? good - planned : undefined;
      since += difference ?? 0;
      const signed = (value: number | undefined) =>
        value === undefined ? terms.none : formats.signed(value, digitsOf(unit));
      return [
        hourWords(shown, twin.workshop.timeZone, language),
        amount(planned),
        amount(good),
        signed(difference),
        signed(difference === undefined ? undefined : since),
        amount(hour.scrap),
        amount(hour.rework),
        stopWords(twin, machines, shown, language) || terms.none,
      ];
    }),
  };
}
