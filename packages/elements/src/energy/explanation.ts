import { equipmentStates, textIn, type Twin } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import { addEnglish, type Language } from '../internal/language.js';
import { energyExplanationTerms } from '../locales/en/energy-explanation.js';
import type { EnergyFigure, EnergyView } from './energy-view.js';

addEnglish(energyExplanationTerms);

/** Columns and rows of text; the last row is the sum. */
interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What an energy figure was made of: sources, coverage, estimated share, and the parts that add up to it. */
export function energyExplanation(
  figure: EnergyFigure,
  twin: Twin,
  view: EnergyView,
  language: Language,
): TemplateResult {
  const table = tableOf(figure, view, twin.workshop.timeZone, language);
  const sentences = sentencesOf(figure, twin, view, language).filter(Boolean);
  return html`${table ? renderTable(table) : nothing}${sentences.map((sentence) => html`<p>${sentence}</p>`)}`;
}

function renderTable({ columns, rows }: Table): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function tableOf(
  figure: EnergyFigure,
  view: EnergyView,
  timeZone: string,
  language: Language,
): Table | undefined {
  if (figure === 'cost') return bandTable(view, language);
  if (figure === 'states') return stateTable(view, language);
  return figure === 'hours' ? columnTable(view, timeZone, language) : undefined;
}

function bandTable(
  { cost, shownBands, shownCosts, digits }: EnergyView,
  { terms, formats }: Language,
): Table | undefined {
  if (!cost) return undefined;
  const { bands } = cost.inputs;
  const unit = cost.currency === undefined ? terms.none : terms.currency(cost.currency);
  const rows = bands.map(({ band, energy, cost: part }, index) => [
    band ? terms.tariffBands[band] : terms.noBand,
    formats.number(shownBands[index], digits),
    part === undefined || !(energy > 0) ? terms.none : formats.number(part / energy, 4),
    part === undefined ? terms.none : formats.number(shownCosts[index]),
  ]);
  const mean =
    cost.value === undefined || !(cost.inputs.energy > 0) ? undefined : cost.value / cost.inputs.energy;
  rows.push([
    terms.sum,
    formats.number(sum(shownBands), digits),
    mean === undefined ? terms.none : formats.number(mean, 4),
    cost.value === undefined ? terms.none : formats.number(sum(shownCosts)),
  ]);
  return { columns: [terms.band, 'kWh', terms.price(unit), unit], rows };
}

function stateTable({ states, shownStates, digits }: EnergyView, { terms, formats }: Language): Table {
  const total = sum(shownStates);
  const row = (name: string, amount: number) => [
    name,
    formats.number(amount, digits),
    total > 0 ? formats.number((amount / total) * 100, 1) : terms.none,
  ];
  const rows = equipmentStates.flatMap((state, code) =>
    states.energies[code] === 0 ? [] : [row(terms.states[state], shownStates[code])],
  );
  if (states.rest) rows.push(row(terms.restOfEnergy, shownStates[equipmentStates.length]));
  rows.push(row(states.rest === undefined ? terms.machineEnergy : terms.sum, total));
  return { columns: [terms.state, 'kWh', '%'], rows };
}

function columnTable(
  { columns, digits, before, isByDay }: EnergyView,
  timeZone: string,
  { terms, formats }: Language,
): Table {
  const amount = (value: number | undefined) =>
    value === undefined ? terms.none : formats.number(value, digits);
  const name = (from: number) => (isByDay ? formats.date(from, timeZone) : formats.time(from, timeZone));
  const rows = columns.map(({ from, shown, before: than, isOpen }) => [
    isOpen ? `${name(from)} (${terms.notOver})` : name(from),
    amount(shown),
    amount(than),
  ]);
  const shown = columns.flatMap((column) => column.shown ?? []);
  rows.push([terms.sum, amount(shown.length > 0 ? sum(shown) : undefined), '']);
  return { columns: [terms.from, 'kWh', formats.date(before.from, timeZone)], rows };
}

function sentencesOf(figure: EnergyFigure, twin: Twin, view: EnergyView, language: Language): string[] {
  const { terms, formats } = language;
  const { use, cost, states, digits, factor } = view;
  const { timeZone } = twin.workshop;
  const energy = formats.quantity(use.value ?? 0, 'kWh', digits);
  switch (figure) {
    case 'cost':
      return [
        estimated(cost?.inputs.sharedOut, cost?.inputs.energy, terms.sharedOutBands, language),
        ...origin(twin, view, language),
      ];
    case 'states':
      return [
        estimated(states.sharedOut, sum([...states.energies]), terms.sharedOutStates, language),
        states.unmeasured.length > 0
          ? terms.unmeasuredMachines(names(twin, states.unmeasured, language))
          : '',
      ];
    case 'emission': {
      if (!factor || use.value === undefined) return origin(twin, view, language);
      const result = formats.quantity(use.value * factor.factor, 'kg', digits);
      return [
        terms.emissionFormula(energy, formats.quantity(factor.factor, 'kg/kWh', 4), result),
        factor.source
          ? terms.emissionSource(factor.source, factor.year === undefined ? '' : String(factor.year))
          : '',
      ];
    }
    case 'perGoodUnit':
      return use.perGoodUnit === undefined
        ? []
        : [
            terms.perGoodFormula(
              energy,
              formats.number(use.goodCount ?? 0),
              formats.quantity(use.perGoodUnit, 'kWh', 2),
            ),
          ];
    case 'peakDemand': {
      if (!use.peak) return [];
      const { power, window } = use.peak;
      const clock = (time: number) => formats.dateTime(time, timeZone);
      const length = formats.duration(window.to - window.from);
      const shown = formats.power(power) + formats.unit('kW');
      return [terms.peakSentence(length, clock(window.from), formats.time(window.to, timeZone), shown)];
    }
    case 'meanPower': {
      const time = use.interval.to - use.interval.from;
      const shown =
        use.meanPower === undefined ? terms.none : formats.power(use.meanPower) + formats.unit('kW');
      return [terms.meanSentence(energy, formats.duration(time * (use.coverage ?? 0)), shown)];
    }
    default:
      return origin(twin, view, language);
  }
}

/** Where the energy was read from, how much of the time was measured, and what it is compared with. */
function origin(twin: Twin, { use, before, digits }: EnergyView, language: Language): string[] {
  const { terms, formats } = language;
  const { sources, coverage, bounds, inputs } = use;
  const { timeZone } = twin.workshop;
  const few = sources.length <= 4;
  const isUncertain = bounds !== undefined && bounds.high - bounds.low > 0.5;
  return [
    few ? terms.energyFromMeters(names(twin, sources, language)) : terms.energyFromMachines(sources.length),
    inputs.source === 'counter'
      ? terms.energyRegister
      : inputs.source === 'power'
        ? terms.energyIntegral
        : '',
    coverage === undefined ? '' : terms.energyMeasured(formats.percent(coverage, 0)),
    isUncertain
      ? terms.energyBounds(formats.number(bounds.low, digits), formats.quantity(bounds.high, 'kWh', digits))
      : '',
    terms.comparedWith(formats.dateTime(before.from, timeZone), formats.dateTime(before.to, timeZone)),
  ];
}

function estimated(
  shared: number | undefined,
  total: number | undefined,
  of: string,
  { terms, formats }: Language,
): string {
  if (!shared || !total) return '';
  return terms.energySharedOut(formats.percent(shared / total, 1), of);
}

function names(twin: Twin, ids: readonly string[], { tag }: Language): string {
  return ids.map((id) => textIn(twin.tree.get(id).name, tag)).join(', ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
