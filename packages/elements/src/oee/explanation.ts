import { type EquipmentOee, isEquipmentState } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { stateGlyph } from '../internal/state-glyph.js';
import { type Breakdown, breakdown, type BreakdownKey, type BreakdownRow } from './breakdown.js';
import { addEnglish } from '../internal/language.js';
import { explanationTerms } from '../locales/en/explanation.js';

addEnglish(explanationTerms);

/** The table behind an OEE: where the calendar time went, with the formula and its numbers as the last line. */
export function explanation(oee: EquipmentOee, language: Language): TemplateResult {
  const { terms, formats } = language;
  const parts = breakdown(oee);
  const unit = parts.unit === 60_000 ? terms.minutes : terms.seconds;
  const duration = formats.duration(oee.interval.to - oee.interval.from);
  return html`<h4>${terms.howMade}</h4>
    <span class="quiet">${terms.machinesEach(oee.machines.length, duration)}</span>
    <table part="table">
      <thead>
        <tr>
          <th scope="col"><span class="hidden-text">${terms.calendarTime}</span></th>
          <th scope="col">${unit}</th>
          <th scope="col">${terms.ofCalendar}</th>
          <td aria-hidden="true"></td>
        </tr>
      </thead>
      <tbody>
        ${parts.rows.map((row) => tableRow(row, parts.scale, oee, language))}
      </tbody>
    </table>
    ${formula(oee, parts, language)}`;
}

function tableRow(row: BreakdownRow, scale: number, oee: EquipmentOee, language: Language): TemplateResult {
  const { formats } = language;
  const { key, total, units, tenths, from, to } = row;
  const sign = total ? 1 : -1;
  return html`<tr
    class=${total ? 'total' : 'loss'}
    data-key=${key}
    data-state=${isEquipmentState(key) ? key : nothing}
  >
    <th scope="row">
      <span class="mark">${isEquipmentState(key) ? stateGlyph(key, 12) : nothing}</span
      >${label(key, language)}${factor(key, oee, language)}
    </th>
    <td>${formats.number(sign * units)}</td>
    <td>${formats.number(tenths / 10, 1)}</td>
    <td class="drawing" aria-hidden="true">
      <i ${properties({ '--_from': from / scale, '--_to': Math.max(to / scale, from / scale + 0.002) })}></i>
    </td>
  </tr>`;
}

function label(key: BreakdownKey, { terms }: Language): string {
  if (key === 'unknown') return terms.noData;
  return isEquipmentState(key) ? terms.states[key] : terms[key];
}

/** The factor is named at the total that defines it. */
function factor(
  key: BreakdownKey,
  oee: EquipmentOee,
  { terms, formats }: Language,
): TemplateResult | typeof nothing {
  const known = oee.inputs.unknownTime > 0 ? terms.knownPlannedTime : terms.plannedTime;
  const definitions: Partial<Record<BreakdownKey, readonly [string, number | undefined, string]>> = {
    runTime: [known, oee.availability, terms.availability],
    netRunTime: [terms.runTime, oee.performance, terms.performance],
    goodTime: [terms.netRunTime, oee.quality, terms.quality],
  };
  const [divisor, value, name] = definitions[key] ?? [];
  if (divisor === undefined || value === undefined || name === undefined) return nothing;
  return html`<span class="caption factor-line"
    >${terms.factorOf(divisor.toLowerCase(), formats.percent(value), name.toLowerCase())}</span
  >`;
}

function formula(
  oee: EquipmentOee,
  { rows, unit }: Breakdown,
  { terms, formats }: Language,
): TemplateResult | typeof nothing {
  const unitsOf = (key: BreakdownKey) => rows.find((row) => row.key === key)?.units;
  const good = unitsOf('goodTime');
  const known = unitsOf('knownPlannedTime') ?? unitsOf('plannedTime');
  const unknown = unitsOf('unknown');
  const { value, bounds, withoutBasis } = oee;
  if (good === undefined || known === undefined || value === undefined) return nothing;
  const sentence = terms.oeeFormula(formats.number(good), formats.number(known), formats.percent(value));
  // With other machines in the bounds, they say more than what the time without data makes of the figure.
  const uncertain = unknown !== undefined && bounds !== undefined && withoutBasis.length === 0;
  return html`<p part="formula">
    ${sentence}
    ${
      uncertain
        ? terms.boundsSentence(
            // As the table has it, where the figures were rounded to add up.
            formats.duration(unknown * unit),
            formats.percent(bounds.low),
            formats.percent(bounds.high),
          )
        : nothing
    }
  </p>`;
}
