import { type TariffBandName, tariffCalendar, type TariffSpan, type Twin } from '@twinfloor/core';
import type { Ink } from '../charts/ink.js';
import type { PlotAxes } from '../charts/plot-axes.js';
import type { Language } from '../internal/language.js';
import { tariffSigns } from '../internal/tariff-signs.js';

/** Height of the strip of bands above the plot in px. */
const stripHeight = 4;

/** The bands of the electricity tariff on a load chart. Loaded only where the workshop file has a tariff. */
export class PowerTariff {
  readonly #twin: Twin;

  constructor(twin: Twin) {
    this.#twin = twin;
  }

  /** Currency of the price at a time, as its ISO 4217 code. */
  currency(time: number): string | undefined {
    return tariffCalendar(this.#twin).at(time).currency;
  }

  /** Band and price at a time in words; empty where no band holds. */
  words(time: number, language: Language): string {
    const { band, price, currency } = tariffCalendar(this.#twin).at(time);
    if (band === undefined || price === undefined) return '';
    const { terms, formats } = language;
    const unit = currency === undefined ? '' : formats.unit(`${terms.currency(currency)}/kWh`);
    return `${terms.tariffBands[band]} ${formats.number(price, 3)}${unit}`;
  }

  /** Paints the washes under the plot, and above it the strip with names and prices where they have room. */
  paint(ink: Ink, { axis, values, colours, language }: PlotAxes): void {
    const { context } = ink;
    const height = values.y(values.low);
    ink.face(12);
    for (const span of tariffCalendar(this.#twin).spans(axis.interval)) {
      const { band } = span;
      if (band === undefined) continue;
      const left = axis.x(span.from);
      const width = axis.x(span.to) - left;
      context.fillStyle = colours.of(`tariff-wash-${band}`);
      context.fillRect(left, 0, width, height);
      context.fillStyle = colours.of(`tariff-${band}`);
      // Neighbours are kept apart by the surface, so that two greys of a theme stay two bands.
      context.fillRect(left, -stripHeight, Math.max(1, width - 1), stripHeight);
      const text = labels(span, band, language).find((label) => ink.width(label) + 6 <= width);
      if (text) ink.text(text, left + 2, -stripHeight - 5, colours.of('text-secondary'));
    }
  }
}

/** From the longest that says all to the shortest. */
function labels({ price = 0 }: TariffSpan, band: TariffBandName, { terms, formats }: Language): string[] {
  const word = terms.tariffBands[band];
  const name = word === tariffSigns[band] ? word : `${tariffSigns[band]} ${word}`;
  return [`${name} ${formats.number(price, 3)}`, name, tariffSigns[band]];
}
