import { html, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import type { PowerData } from './power-data.js';
import type { PowerRange } from './power-range.js';

/** A figure above the chart, as words. */
export interface PowerFigure {
  /** The number, or the sign for none. */
  readonly text: string;
  /** With the space before it; empty where there is no number. */
  readonly unit: string;
  readonly caption: string;
  /** Whether the source has gone silent, so that the figure is an old one. */
  readonly isStale: boolean;
}

/** What the figures are made of. */
export interface FigureInput {
  readonly data: PowerData;
  readonly range: PowerRange;
  readonly now: number;
  readonly timeZone: string;
  /** When the source was last heard, if it is silent. */
  readonly silentSince: number | undefined;
  readonly language: Language;
}

/**
 * The figures of a range that goes on: load now, what the open demand window will be, what is allowed in it where
 * there is a limit, the peak. Of a range that is over: energy, mean and peak.
 */
export function powerFigures(input: FigureInput): PowerFigure[] {
  const { interval } = input.range;
  const { now } = input;
  // A range that ends now was read a moment before the clock is read here.
  const goesOn = now >= interval.from && now < interval.to + 1000;
  return goesOn ? [...presentFigures(input), peakFigure(input)] : [...pastFigures(input), peakFigure(input)];
}

function presentFigures(input: FigureInput): PowerFigure[] {
  const { data, now, timeZone, silentSince, language } = input;
  const { terms, formats } = language;
  const clock = (time: number) => formats.time(time, timeZone);
  const isStale = silentSince !== undefined;
  const open = data.openWindow(now);
  const figures = [
    loadFigure(input),
    figure(open.expected, terms.expectedFor(clock(open.from), clock(open.to)), isStale, language),
  ];
  if (data.limit === undefined) return figures;
  const isPassed = open.allowed !== undefined && open.allowed < 0;
  const caption = isPassed ? terms.limitPassed : terms.allowedFor(formats.duration(open.to - now));
  return [...figures, figure(isPassed ? 0 : open.allowed, caption, isStale, language)];
}

/** The load; where only a counter is read, the demand of the last window that is over. */
function loadFigure({ data, now, range, timeZone, silentSince, language }: FigureInput): PowerFigure {
  const { terms, formats } = language;
  const clock = (time: number) => formats.time(time, timeZone);
  const isStale = silentSince !== undefined;
  if (data.line) {
    const caption = isStale ? terms.atTime(clock(silentSince)) : terms.loadNow;
    return figure(data.loadAt(now), caption, isStale, language);
  }
  const last = range.steps.findLast(({ value }) => value !== undefined);
  const caption = last ? terms.demandOf(clock(last.from), clock(last.to)) : terms.demand;
  return figure(last?.value, caption, isStale, language);
}

function pastFigures({ range, language }: FigureInput): PowerFigure[] {
  const { amount, mean } = range.energy;
  const { terms, formats } = language;
  const used =
    amount === undefined
      ? { text: terms.none, unit: '' }
      : { text: formats.number(amount), unit: formats.unit('kWh') };
  return [{ ...used, caption: terms.energy, isStale: false }, figure(mean, terms.meanPower, false, language)];
}

function peakFigure({ range: { peak, interval }, timeZone, language }: FigureInput): PowerFigure {
  const { terms, formats } = language;
  if (peak === undefined) return figure(undefined, terms.peak, false, language);
  const isLong = interval.to - interval.from > 86_400_000;
  const time = isLong ? formats.dateTime(peak.from, timeZone) : formats.time(peak.from, timeZone);
  return figure(peak.value, terms.peakAt(time), false, language);
}

function figure(
  value: number | undefined,
  caption: string,
  isStale: boolean,
  { terms, formats }: Language,
): PowerFigure {
  if (value === undefined) return { text: terms.none, unit: '', caption, isStale: false };
  return { text: formats.power(value), unit: formats.unit('kW'), caption, isStale };
}

/** The figures side by side, each over its caption. */
export function figureList(figures: readonly PowerFigure[]): TemplateResult {
  return html`<dl>
    ${figures.map(
      ({ text, unit, caption, isStale }) =>
        html`<div class="figure" part="figure">
          <dt>${caption}</dt>
          <dd class=${isStale ? 'stale' : ''}>${text}<span class="unit">${unit}</span></dd>
        </div>`,
    )}
  </dl>`;
}
