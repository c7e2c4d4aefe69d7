import { textIn, type Twin } from '@twinfloor/core';
import { html, type TemplateResult } from 'lit';
import { addEnglish, type Language } from '../internal/language.js';
import { meteringTerms } from '../locales/en/metering.js';
import { type EnergyInput, energyRows } from './energy-rows.js';
import { energyView, type EnergyView } from './energy-view.js';
import { bandSection, columnSection, stateSection } from './sections.js';
import { sheetStyles } from './sheet.styles.js';

addEnglish(meteringTerms);

/** What the element calculates and shows. It is loaded when the element is seen for the first time. */
export const sheet = { view: energyView, render: energySheet, styles: sheetStyles };

/** All that is shown of the energy of an equipment. */
function energySheet(twin: Twin, equipment: string, input: EnergyInput): TemplateResult {
  const { view, language } = input;
  const { terms, tag } = language;
  const { timeZone } = twin.workshop;
  if (view.use.sources.length === 0) {
    return html`<h3>${terms.energyTitle}</h3>
      <p class="quiet">${terms.noMeter}</p>`;
  }
  return html`<div class="head">
      <h3>${terms.energyTitle}</h3>
      <span class="quiet"
        >${textIn(twin.tree.get(equipment).name, tag)} · ${when(view, timeZone, language)}</span
      >
    </div>
    ${energyRows(input)}
    ${remarks(view, timeZone, language).map((sentence) => html`<p class="remark quiet">${sentence}</p>`)}
    ${bandSection(input)}${stateSection(input)}${columnSection(input)}`;
}

/** From when to when, with the factor that CO₂ is counted with. */
function when({ use: { interval }, factor }: EnergyView, timeZone: string, { formats }: Language): string {
  const from = formats.dateTime(interval.from, timeZone);
  const isOneDay = formats.date(interval.from, timeZone) === formats.date(interval.to, timeZone);
  const to = isOneDay ? formats.time(interval.to, timeZone) : formats.dateTime(interval.to, timeZone);
  if (!factor) return `${from} … ${to}`;
  const year = factor.year === undefined ? '' : ` (${factor.year})`;
  const source = factor.source === undefined ? '' : `${factor.source} `;
  return `${from} … ${to} · ${source}${formats.quantity(factor.factor, 'kg/kWh', 4)}${year}`;
}

/** What a reader has to know beside the figures, as sentences. */
function remarks(
  { use, cost, silentSince }: EnergyView,
  timeZone: string,
  { terms, formats }: Language,
): string[] {
  const sentences: string[] = [];
  if (silentSince !== undefined) sentences.push(terms.noDataSince(formats.time(silentSince, timeZone)));
  const coverage = use.coverage ?? 1;
  if (coverage < 0.95) sentences.push(terms.measuredShare(formats.percent(coverage, 0)));
  for (const { key, subjects } of cost?.warnings ?? []) {
    if (key === 'noPrice') sentences.push(terms.noPrice);
    if (key === 'severalCurrencies') sentences.push(terms.severalCurrencies(subjects.join(', ')));
  }
  return sentences;
}
