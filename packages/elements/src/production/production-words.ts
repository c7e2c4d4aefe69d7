import { type EquipmentProduction, longestStop, textIn, type Twin } from '@twinfloor/core';
import type { TableData } from '../charts/data-table.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { amountWords, digitsOf, type ShownHour } from './production-view.js';

/** Names of machines, the first three of many. */
export function machineNames(twin: Twin, ids: readonly string[], { tag }: Language): string {
  const names = ids.slice(0, 3).map((id) => textIn(twin.tree.get(id).name, tag));
  return names.join(', ') + (ids.length > 3 ? ` … +${ids.length - 3}` : '');
}

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
  const reason = state === 'unknown' ? '' : reasonAt(twin, equipment, to - 1);
  const parts = [
    machines.length > 1 ? textIn(twin.tree.get(equipment).name, tag) : '',
    `${state === 'unknown' ? terms.noData : terms.states[state]} ${formats.duration(to - from)}`,
    reason,
  ];
  return parts.filter(Boolean).join(', ');
}

function hourWords({ hour }: ShownHour, timeZone: string, { formats }: Language): string {
  return `${formats.time(hour.from, timeZone)} – ${formats.time(hour.to, timeZone)}`;
}

/** What is known of an hour, in one line. */
export function productionReadout(
  twin: Twin,
  production: EquipmentProduction,
  shown: ShownHour | undefined,
  language: Language,
): string {
  const { terms, formats } = language;
  if (shown === undefined) return terms.none;
  const { unit, machines } = production;
  const { hour, good, planned } = shown;
  const amount = (value: number | undefined) => amountWords(value, unit, language);
  const isPast = hour.from < twin.clock.now();
  const stop = stopWords(twin, machines, shown, language);
  const isWhole = (hour.coverage ?? 1) > 0.995;
  const made = good === undefined ? terms.noData : `${terms.goodUnits} ${amount(good)}`;
  const parts = [
    hourWords(shown, twin.workshop.timeZone, language),
    isPast
      ? isWhole || good === undefined
        ? made
        : `${terms.goodUnits} ${terms.atLeast(amount(good))}`
      : '',
    planned === undefined ? '' : terms.planTotal(amount(planned)),
    // The plan of an hour is due at its end only.
    good !== undefined && planned !== undefined && hour.to <= twin.clock.now()
      ? formats.signed(good - planned, digitsOf(unit))
      : '',
    hour.scrap ? `${terms.scrapUnits} ${amount(hour.scrap)}` : '',
    hour.rework ? `${terms.reworkUnits} ${amount(hour.rework)}` : '',
    stop && terms.longestStopOf(stop),
  ];
  return parts.filter(Boolean).join(' · ');
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
  const withUnit = (word: string) => `${word}${formats.unit(unit ?? '')}`;
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

/** A figure above the chart. */
export interface ProductionFigure {
  readonly text: string;
  readonly unit: string;
  readonly caption: string;
}

/** Good units, the distance to the plan, the forecast and what was bad. */
export function productionFigures(
  twin: Twin,
  production: EquipmentProduction,
  language: Language,
): ProductionFigure[] {
  const { terms, formats } = language;
  const { good, planned, distance, distanceTime, forecast, scrap, rework, produced, unit, interval } =
    production;
  const digits = digitsOf(unit);
  const amount = (value: number | undefined) => amountWords(value, unit, language, false);
  const unitText = formats.unit(unit ?? '');
  const figures: ProductionFigure[] = [
    {
      text: amount(good),
      unit: unitText,
      caption: planned === undefined ? terms.goodUnits : terms.goodOfPlan(amount(planned)),
    },
  ];
  if (distance !== undefined) {
    const rounded = Number(distance.toFixed(digits));
    const time = formats.duration(distanceTime ?? 0);
    figures.push({
      text: formats.signed(rounded, digits),
      unit: unitText,
      caption: rounded === 0 ? terms.onPlan : rounded < 0 ? terms.behindPlan(time) : terms.aheadOfPlan(time),
    });
  }
  if (forecast !== undefined) {
    const end = formats.time(interval.to, twin.workshop.timeZone);
    figures.push({ text: amount(forecast), unit: unitText, caption: terms.forecastAt(end) });
  }
  const bad = [
    scrap === undefined ? '' : terms.scrapUnits,
    rework === undefined ? '' : terms.reworkUnits,
  ].filter(Boolean);
  if (bad.length > 0) {
    const amountOfBad = (scrap ?? 0) + (rework ?? 0);
    const share = produced ? formats.percent(amountOfBad / produced) : '';
    figures.push({
      text: amount(amountOfBad),
      unit: unitText,
      caption: [bad.join(' + '), share].filter(Boolean).join(' · '),
    });
  }
  return figures;
}
