import { type EquipmentState, equipmentStates, stateCode, type TariffBandName } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { tariffSigns } from '../internal/tariff-signs.js';
import { properties } from '../internal/properties.js';
import { stateGlyph } from '../internal/state-glyph.js';
import type { EnergyInput } from './energy-rows.js';
import { idleShare, type EnergyColumn } from './energy-view.js';

/** Sign and word of a band; in Chinese the sign is the word. */
export function bandWords(band: TariffBandName, { terms }: Language): TemplateResult {
  const word = terms.tariffBands[band];
  return word === tariffSigns[band]
    ? html`<b lang="zh">${word}</b>`
    : html`<b lang="zh">${tariffSigns[band]}</b> ${word}`;
}

/** Energy and cost by tariff band as one bar. */
export function bandSection({ view, language }: EnergyInput): TemplateResult | typeof nothing {
  const { terms, formats } = language;
  const { cost, shownBands, shownCosts, digits } = view;
  if (!cost || !(cost.inputs.energy > 0)) return nothing;
  const { bands, energy } = cost.inputs;
  const dearest = [...bands].sort((a, b) => (b.cost ?? 0) - (a.cost ?? 0))[0];
  const isTold = cost.value !== undefined && cost.value > 0 && dearest?.band !== undefined;
  const unit = cost.currency ? formats.unit(terms.currency(cost.currency)) : '';
  return html`<section part="bands">
    <h4>${terms.byTariff}</h4>
    <span class="quiet"
      >${
        isTold
          ? terms.costIn(
              formats.percent((dearest.cost ?? 0) / (cost.value ?? 1), 0),
              terms.tariffBands[dearest.band as TariffBandName],
            )
          : nothing
      }</span
    >
    <div class="bar bands" aria-hidden="true">
      ${bands.map(({ band, energy: part }) => html`<i data-band=${band ?? nothing} ${properties({ '--_share': part / energy })}></i>`)}
    </div>
    <ul class="bands">
      ${bands.map(
        ({ band, cost: part, energy: used }, index) =>
          html`<li data-band=${band ?? nothing} ${properties({ '--_share': used / energy })}>
            <span>${band ? bandWords(band, language) : terms.none}</span>
            <span>${formats.quantity(shownBands[index], 'kWh', digits)}</span>
            <span>${part === undefined ? terms.none : formats.number(shownCosts[index]) + unit}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What was used while nothing was produced, by state, in the forms of the states. */
export function stateSection({
  view,
  language,
  verb,
  explanation,
}: EnergyInput): TemplateResult | typeof nothing {
  const { terms, formats } = language;
  const { states, shownStates, digits } = view;
  // Machines of which nothing was measured have wasted nothing that is known of.
  if (states.energies.every((energy) => energy === 0)) return nothing;
  const { amount, share } = idleShare(view);
  const parts = equipmentStates
    .map((state, code) => ({ state, energy: states.energies[code], shown: shownStates[code] }))
    .filter(({ state, energy }) => state !== 'running' && state !== 'unknown' && energy > 0)
    .sort((a, b) => b.energy - a.energy);
  const total = parts.reduce((sum, { energy }) => sum + energy, 0);
  const unknown = shownStates[stateCode.unknown];
  return html`<section part="states">
    <h4>${verb('states', terms.energyFigures.states)}</h4>
    <span class="quiet"
      >${terms.notProducingOf(
        formats.quantity(amount, 'kWh', digits),
        share === undefined ? terms.none : formats.percent(share),
      )}</span
    >
    ${
      parts.length === 0
        ? nothing
        : html`<div class="bar states" aria-hidden="true">
            ${parts.map(({ state, energy }) => html`<i data-state=${state} ${properties({ '--_share': energy / total })}></i>`)}
          </div>`
    }
    <ul class="states">
      ${parts.map(({ state, shown }) => stateItem(state, formats.number(shown, digits), language))}
      ${unknown > 0 ? html`<li class="quiet">${terms.inUnknownState(formats.quantity(unknown, 'kWh', digits))}</li>` : nothing}
    </ul>
    ${explanation('states')}
  </section>`;
}

function stateItem(state: EquipmentState, amount: string, { terms }: Language): TemplateResult {
  return html`<li data-state=${state}>
    ${stateGlyph(state, 12)}<span class="quiet">${terms.states[state]}</span> ${amount}
  </li>`;
}

/** The energy of each hour, or day, beside that of the time before; below it the bands of the tariff. */
export function columnSection({ view, language, timeZone, verb, explanation }: EnergyInput): TemplateResult {
  const { terms, formats } = language;
  const { columns, spans, isByDay, before, digits, interval } = view;
  const highest = Math.max(...columns.flatMap(({ value = 0, before: than = 0 }) => [value, than]), 0.001);
  const every = isByDay ? Math.ceil(columns.length / 4) : Math.ceil(columns.length / 8);
  const label = ({ from }: EnergyColumn) =>
    isByDay ? formats.date(from, timeZone) : formats.time(from, timeZone);
  const length = interval.to - interval.from;
  const day = formats.date(before.from, timeZone);
  return html`<section part="columns">
    <h4>${verb('hours', isByDay ? terms.energyFigures.days : terms.energyFigures.hours)}</h4>
    <span class="caption">${terms.markAndPale(day)}</span>
    <div class="columns" aria-hidden="true">
      ${columns.map((column, index) => {
        const { value, shown, before: than, isOpen, from, to } = column;
        return html`<div
          class=${isOpen ? 'column open' : 'column'}
          ${properties({
            '--_width': (to - from) / length,
            '--_share': (value ?? 0) / highest,
            '--_before': (than ?? 0) / highest,
          })}
        >
          ${value === undefined ? nothing : html`<i><span class=${value < 0.15 * highest ? 'above' : ''}>${formats.number(shown ?? 0, digits)}</span></i>`}
          ${than === undefined ? nothing : html`<u class=${value === undefined || isOpen ? 'to-come' : ''}></u>`}
          ${index % every === 0 ? html`<span class="time">${label(column)}</span>` : nothing}
        </div>`;
      })}
    </div>
    ${
      spans.length === 0 || isByDay
        ? nothing
        : html`<div class="strip" aria-hidden="true">
            ${spans.map(({ band, from, to }) => html`<i data-band=${band ?? nothing} ${properties({ '--_share': (to - from) / length })}></i>`)}
          </div>`
    }
    ${explanation('hours')}
  </section>`;
}
