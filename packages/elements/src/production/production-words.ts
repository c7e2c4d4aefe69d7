import { type EquipmentProduction, textIn, type Twin } from '@twinfloor/core';
import type { Language } from '../internal/language.js';
import { amountWords, digitsOf, type ShownHour } from './production-view.js';

/** Names of machines, the first three of many. */
export function machineNames(twin: Twin, ids: readonly string[], { tag }: Language): string {
  const names = ids.slice(0, 3).map((id) => textIn(twin.tree.get(id).name, tag));
  return names.join(', ') + (ids.length > 3 ? ` … +${ids.length - 3}` : '');
}

/** From when to when an hour lasts. */
export function hourWords({ hour }: ShownHour, timeZone: string, { formats }: Language): string {
  return `${formats.time(hour.from, timeZone)} – ${formats.time(hour.to, timeZone)}`;
}

/**
 * What is known of an hour, in one line.
 *
 * @param stop - the longest stop in words
 */
export function productionReadout(
  twin: Twin,
  production: EquipmentProduction,
  shown: ShownHour,
  stop: string | undefined,
  language: Language,
): string {
  const { terms, formats } = language;
  const { unit } = production;
  const { hour, good, planned } = shown;
  const amount = (value: number | undefined) => amountWords(value, unit, language);
  const isPast = hour.from < twin.clock.now();
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
    stop ? terms.longestStopOf(stop) : '',
  ];
  return parts.filter(Boolean).join(' · ');
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
