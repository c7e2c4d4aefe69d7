import { type EquipmentOee, isEquipmentState, textIn, type Twin, wordsOf } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import { roundedToSum } from '../internal/largest-remainder.js';
import type { Language } from '../internal/language.js';
import { stateGlyph } from '../internal/state-glyph.js';
import type { Breakdown, BreakdownRow } from './breakdown.js';
import { type MachineShare, machineShares } from './machine-shares.js';
import { productCounts, scrapReasons } from './product-counts.js';
import { missingWords } from './words.js';

/** What a row of the explanation is called. */
export function label({ key, units }: BreakdownRow, { terms }: Language): string {
  if (key === 'unknown') return terms.noData;
  if (key === 'speedLoss' && units < 0) return terms.speedGain;
  return isEquipmentState(key) ? terms.states[key] : terms[key];
}

/** The unit that a breakdown counts in. */
export function unitOf({ unit }: Breakdown, { terms }: Language): string {
  return unit === 60_000 ? terms.minutes : terms.seconds;
}

/** The machines of an OEE: what each was planned, what it made of that, and what it lost most. */
export function machineTable(
  twin: Twin,
  oee: EquipmentOee,
  parts: Breakdown,
  language: Language,
): TemplateResult | typeof nothing {
  if (oee.machines.length + oee.withoutBasis.length < 2) return nothing;
  const { terms, formats } = language;
  const unit = unitOf(parts, language);
  const alone = oee.value === undefined;
  const number = (value: number | undefined) => (value === undefined ? terms.none : formats.number(value));
  return html`<h4 class="below">${terms.byMachine}</h4>
    <table class="machines" part="machines">
      <thead>
        <tr>
          <th scope="col">${terms.machineColumn}</th>
          <th scope="col">${terms.plannedTime}, ${unit}</th>
          ${alone ? nothing : html`<th scope="col">${terms.goodTime}, ${unit}</th>`}
          <th scope="col">${alone ? terms.availability : terms.oee}</th>
          <th scope="col" class="words">${terms.lostMost}</th>
        </tr>
      </thead>
      <tbody>
        ${machineShares(twin, oee, parts).map(
          (share) =>
            html`<tr>
              <th scope="row">
                ${
                  share.equipment === undefined
                    ? terms.othersTogether(share.count)
                    : textIn(twin.tree.get(share.equipment).name, language.tag)
                }
              </th>
              <td>${number(share.planned)}</td>
              ${alone ? nothing : html`<td>${number(share.good)}</td>`}
              <td>${share.value === undefined ? terms.none : formats.percent(share.value)}</td>
              <td class="words">${mostWords(share, parts.unit, language)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function mostWords(
  { most, planned, count, warnings }: MachineShare,
  unit: number,
  language: Language,
): unknown {
  const { formats } = language;
  if (most) {
    return html`<span data-state=${isEquipmentState(most.key) ? most.key : nothing}
      >${isEquipmentState(most.key) ? html`<span class="mark">${stateGlyph(most.key, 12)}</span>` : nothing}${label(
        most,
        language,
      )}
      ${formats.duration(Math.round(most.time / unit) * unit)}</span
    >`;
  }
  return planned === undefined && count === 1 ? missingWords(warnings, language) : '';
}

/** What was counted of each product, with the rules that were followed and the reasons of the scrap. */
export function countTable(
  twin: Twin,
  oee: EquipmentOee,
  parts: Breakdown,
  language: Language,
): TemplateResult | typeof nothing {
  const products = productCounts(twin, oee);
  if (products.length === 0) return nothing;
  const { terms, formats, tag } = language;
  const number = (value: number | undefined) => (value === undefined ? terms.none : formats.number(value));
  const net = parts.rows.find(({ key }) => key === 'netRunTime')?.units;
  const ideal = roundedToSum(
    products.map(({ produced = 0, cycle = 0 }) => (produced * cycle) / parts.unit),
    net,
  );
  const columns = [
    ['produced', terms.producedColumn],
    ['good', terms.goodColumn],
    ['scrap', terms.scrapColumn],
    ['rework', terms.reworkColumn],
  ] as const;
  const told = columns.filter(([name]) => products.some((one) => one[name] !== undefined));
  const total = (name: (typeof columns)[number][0]) =>
    products.every((one) => one[name] === undefined)
      ? undefined
      : products.reduce((sum, one) => sum + (one[name] ?? 0), 0);
  return html`<h4 class="below">${terms.whatCounted}</h4>
    <table class="counts" part="counts">
      <thead>
        <tr>
          <th scope="col">${terms.productColumn}</th>
          ${told.map(([, word]) => html`<th scope="col">${word}</th>`)}
          <th scope="col">${terms.cycleColumn}</th>
          ${net === undefined ? nothing : html`<th scope="col">${terms.idealTime}, ${unitOf(parts, language)}</th>`}
        </tr>
      </thead>
      <tbody>
        ${products.map((one, index) => {
          const product = twin.products.get(one.product);
          return html`<tr>
            <th scope="row">${product ? textIn(product.name, tag) : terms.none}</th>
            ${told.map(([name]) => html`<td>${number(one[name])}</td>`)}
            <td>${one.cycle === undefined ? terms.none : cycleWords(one.cycle, language)}</td>
            ${net === undefined ? nothing : html`<td>${number(ideal[index])}</td>`}
          </tr>`;
        })}
        ${
          products.length < 2
            ? nothing
            : html`<tr class="total">
                <th scope="row">${terms.allTogether}</th>
                ${told.map(([name]) => html`<td>${number(total(name))}</td>`)}
                <td></td>
                ${net === undefined ? nothing : html`<td>${number(net)}</td>`}
              </tr>`
        }
      </tbody>
    </table>
    <p class="caption rules">${rules(twin, oee, language).join(' ')}</p>`;
}

function cycleWords(cycle: number, { formats, terms }: Language): string {
  const seconds = cycle / 1000;
  return formats.quantity(seconds, terms.second, Number.isInteger(seconds) ? 0 : 1);
}

function rules(twin: Twin, oee: EquipmentOee, { terms, formats, tag }: Language): string[] {
  const counted = (name: string) => oee.machines.some((id) => twin.seriesOf(id, name, 'counter'));
  const reasons = scrapReasons(twin, oee).map(
    ([reason, count]) =>
      `${wordsOf(twin.workshop, reason, tag) || terms.noReasonSaid} ${formats.number(count)}`,
  );
  return [
    terms.countRule,
    counted('goodCount') ? '' : terms.goodRule,
    counted('producedCount') ? '' : terms.producedRule,
    reasons.length > 0 ? terms.scrapFor(reasons.join(terms.listComma)) : '',
  ].filter(Boolean);
}
