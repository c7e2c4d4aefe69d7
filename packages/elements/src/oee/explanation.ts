import { type EquipmentOee, isEquipmentState, textIn, type Twin } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { roundedToSum } from '../internal/largest-remainder.js';
import { properties } from '../internal/properties.js';
import { stateGlyph } from '../internal/state-glyph.js';
import { type Breakdown, breakdown, type BreakdownKey, type BreakdownRow } from './breakdown.js';
import { countTable, label, machineTable, unitOf } from './explanation-tables.js';
import { hasIntervals, lossIntervals, reasonOf } from './loss-intervals.js';
import { addEnglish } from '../internal/language.js';
import { explanationTerms } from '../locales/en/explanation.js';

addEnglish(explanationTerms);

/** How many stretches of time of an open row are listed. */
const listed = 8;

/**
 * How an OEE was made: where the calendar time went, the formula with its numbers, what each machine has in it and
 * what was counted. Rows that are made of stretches of time can be opened.
 */
export class Explanation {
  readonly #changed: () => void;
  #open: BreakdownKey | undefined;

  /** @param changed - called when a row was opened or closed */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  render(twin: Twin, oee: EquipmentOee, language: Language): TemplateResult {
    const { terms, formats } = language;
    const parts = breakdown(oee);
    const unit = unitOf(parts, language);
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
          ${parts.rows.map((row) => [
            this.#row(row, parts.scale, oee, language),
            row.key === this.#open ? stretchRows(twin, oee, row, parts, language) : nothing,
          ])}
        </tbody>
      </table>
      ${formula(oee, parts, language)} ${machineTable(twin, oee, parts, language)}
      ${countTable(twin, oee, parts, language)}`;
  }

  #row(row: BreakdownRow, scale: number, oee: EquipmentOee, language: Language): TemplateResult {
    const { formats } = language;
    const { key, total, units, tenths, from, to } = row;
    // A loss has a minus and a gain a plus, in both columns, so that each column adds up as it is read.
    const signed = (value: number, digits = 0) =>
      total ? formats.number(value, digits) : formats.signed(-value, digits);
    const name = label(row, language);
    return html`<tr
      class=${total ? 'total' : units < 0 ? 'loss gain' : 'loss'}
      data-key=${key}
      data-state=${isEquipmentState(key) ? key : nothing}
    >
      <th scope="row">
        <span class="mark">${isEquipmentState(key) ? stateGlyph(key, 12) : nothing}</span>${
          hasIntervals(key)
            ? html`<button class="verb" aria-expanded=${key === this.#open} @click=${() => this.#toggle(key)}>
                ${name}
              </button>`
            : name
        }${factor(key, oee, language)}
      </th>
      <td>${signed(units)}</td>
      <td>${signed(tenths / 10, 1)}</td>
      <td class="drawing" aria-hidden="true">
        <i
          ${properties({ '--_from': from / scale, '--_to': Math.max(to / scale, from / scale + 0.002) })}
        ></i>
      </td>
    </tr>`;
  }

  #toggle(key: BreakdownKey): void {
    this.#open = this.#open === key ? undefined : key;
    this.#changed();
  }
}

/** The longest stretches of time of an open row, and the others together; they add up to the row. */
function stretchRows(
  twin: Twin,
  oee: EquipmentOee,
  { key, units, from: end }: BreakdownRow,
  { unit, scale }: Breakdown,
  { terms, formats, tag }: Language,
): TemplateResult[] {
  if (!hasIntervals(key)) return [];
  const zone = twin.workshop.timeZone;
  const stretches = lossIntervals(twin, oee, key);
  const whole = roundedToSum(
    stretches.map(({ from, to }) => (to - from) / unit),
    units,
  );
  const clock = (time: number) =>
    oee.interval.to - oee.interval.from > 86_400_000
      ? formats.dateTime(time, zone)
      : unit < 60_000
        ? formats.timeWithSeconds(time, zone)
        : formats.time(time, zone);
  // One that is rounded to nothing says nothing in a list.
  const count = Math.min(listed, whole.filter((one) => one > 0).length);
  const row = (text: string, amount: number) =>
    html`<tr class="stretch">
      <th scope="row">${text}</th>
      <td>${formats.signed(-amount)}</td>
      <td></td>
      <td class="drawing" aria-hidden="true"><b ${properties({ '--_from': end / scale })}></b></td>
    </tr>`;
  const rows = stretches.slice(0, count).map((one, index) => {
    const machine = oee.machines.length > 1 ? textIn(twin.tree.get(one.equipment).name, tag) : '';
    const words = [machine, reasonOf(twin, one, key, tag)].filter(Boolean).join(terms.listComma);
    return row(`${clock(one.from)} – ${clock(one.to)} ${words}`, whole[index]);
  });
  const rest = stretches.length - count;
  if (rest > 0) {
    rows.push(
      row(
        terms.shorterTogether(rest),
        whole.slice(count).reduce((sum, one) => sum + one, 0),
      ),
    );
  }
  return rows;
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
