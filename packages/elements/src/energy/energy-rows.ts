import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../internal/format.js';
import type { Language } from '../internal/language.js';
import type { EnergyFigure, EnergyView } from './energy-view.js';

/** What the parts of the element are drawn from. */
export interface EnergyInput {
  readonly view: EnergyView;
  readonly language: Language;
  readonly timeZone: string;
  /** The words of a figure, which open its explanation. */
  readonly verb: (figure: EnergyFigure, words: string) => TemplateResult;
  /** The explanation of a figure while it is open. */
  readonly explanation: (figure: EnergyFigure) => TemplateResult | typeof nothing;
}

/** The figures, each with its unit and its change against the time it is compared with. */
export function energyRows({ view, language, timeZone, verb, explanation }: EnergyInput): TemplateResult {
  const { terms, formats } = language;
  const { rows, before, silentSince } = view;
  const isCompared = rows.some(({ change }) => change !== undefined);
  return html`<table class="rows" part="rows">
    <thead>
      <tr>
        <td></td>
        <td colspan="2"></td>
        ${isCompared ? html`<th scope="col">${terms.energyAgainst(formats.date(before.from, timeZone))}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows.map(({ figure, value, unit, digits, change }) => {
        const opened = explanation(figure);
        const name = figure === 'cost' && unit ? terms.currency(unit) : unit;
        return html`<tr>
            <th scope="row">${verb(figure, terms.energyFigures[figure])}</th>
            <td class=${silentSince === undefined ? 'value' : 'value stale'}>
              ${value === undefined ? terms.none : formats.number(value, digits)}
            </td>
            <td class="quiet unit-of">${value === undefined ? '' : formats.unit(name).trim()}</td>
            ${
              isCompared
                ? html`<td class="quiet change">
                    ${change === undefined ? terms.none : signedPercent(change, formats)}
                  </td>`
                : nothing
            }
          </tr>
          ${
            opened === nothing
              ? nothing
              : html`<tr>
                  <td class="opened" colspan="4">${opened}</td>
                </tr>`
          }`;
      })}
    </tbody>
  </table>`;
}

/** A change too small to be shown has no sign. */
function signedPercent(fraction: number, formats: Formats): string {
  return formats.signed(Math.round(fraction * 1000) / 10 || 0, 1) + formats.unit('%');
}
