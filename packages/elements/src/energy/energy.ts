import { textIn, type Equipment, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ClockController } from '../controllers/clock-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinExplainEvent } from '../events/explain-event.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { stateStyles } from '../internal/state.styles.js';
import { energyTerms } from '../locales/en/energy.js';
import { meteringTerms } from '../locales/en/metering.js';
import { styles } from './energy.styles.js';
import { energyRows } from './energy-rows.js';
import { type EnergyFigure, energyView, type EnergyView } from './energy-view.js';
import type { energyExplanation } from './explanation.js';
import { bandSection, columnSection, stateSection } from './sections.js';

addEnglish(energyTerms);
addEnglish(meteringTerms);

/** A view is calculated anew only after this many times the time that it took. */
const restFactor = 20;

/**
 * @summary The energy of a machine, a line or a workshop: kWh, cost, CO₂, per good unit, by tariff, state and hour.
 *
 * Amounts are compared with the same hours of the last day with planned time. The bands, the states and the hours
 * each add up to the total. What the workshop file gives no tariff or factor for is left out. The words of a figure
 * open what it was made of.
 *
 * @tag twin-energy
 *
 * @fires {TwinExplainEvent} twin-explain - Somebody opened or closed the explanation of a figure.
 *
 * @csspart rows - The figures.
 * @csspart bands - The energy by tariff band.
 * @csspart states - The energy used while not producing, by state.
 * @csspart columns - The energy by hour, or by day where the time is long.
 * @csspart explanation - What a figure was made of.
 */
export class TwinEnergy extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #explanation: typeof energyExplanation | undefined;
  #view: EnergyView | undefined;
  #key = '';
  #readAt = 0;
  #cost = 0;

  /** Id of a meter, a machine, a line, a workshop or a site; `selected`: the selected one. Default: the only root. */
  @property() equipment = '';

  /** `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** Figure whose explanation is shown: `energy`, `cost`, `emission`, `perGoodUnit`, `states`, `hours` … Default: none. */
  @property({ reflect: true }) explained = '';

  /** Shows a lock in the place of data that the reader may not see. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    new ClockController(this, { twin, visible: () => this.#visibility.visible });
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    // Few ask how a figure was made; those who do not need not load it.
    if (this.explained && !this.#explanation) void this.#loadExplanation();
    const { twin } = this.#twin;
    const equipment = this.#shown();
    if (!twin || !equipment || this.locked) this.#view = undefined;
    else this.#read(twin, equipment.id);
  }

  /** A workshop of many machines takes a while to add up: then it is read less often. */
  #read(twin: Twin, equipment: string): void {
    const interval = intervalOf(twin, this.range || this.#twin.range);
    const { mode } = twin.clock;
    const moment = mode === 'at' ? twin.clock.now() : mode;
    const key = [twin.workshop.id, equipment, this.range || this.#twin.range, moment].join();
    const start = performance.now();
    if (this.#view && key === this.#key && start - this.#readAt < this.#cost * restFactor) return;
    this.#view = energyView(twin, equipment, interval);
    this.#key = key;
    this.#readAt = performance.now();
    this.#cost = this.#readAt - start;
  }

  #shown(): Equipment | undefined {
    const roots = this.#twin.twin?.tree.roots ?? [];
    return this.#twin.equipment(this.equipment || (roots.length === 1 ? roots[0] : ''));
  }

  async #loadExplanation(): Promise<void> {
    const [{ energyExplanation }, { explanationStyles }] = await Promise.all([
      import('./explanation.js'),
      import('./explanation.styles.js'),
    ]);
    adoptStyles(this, explanationStyles);
    this.#explanation = energyExplanation;
    this.requestUpdate();
  }

  #explain(figure: EnergyFigure): void {
    const open = this.explained !== figure;
    this.explained = open ? figure : '';
    this.dispatchEvent(new TwinExplainEvent(this.#shown()?.id ?? '', figure, open));
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading, error } = this.#twin;
    const view = this.#view;
    if (this.locked) return this.#renderMessage(terms.noPermission);
    if (twin && view) {
      return view.use.sources.length > 0 ? this.#renderView(twin, view) : this.#renderMessage(terms.noMeter);
    }
    if (loading) {
      return html`<h3>${terms.energyTitle}</h3>
        <div class="skeleton" role="status" aria-label=${terms.loading}>
          ${[1, 2, 3, 4, 5].map(() => html`<i></i>`)}
        </div>`;
    }
    if (twin && this.equipment === 'selected') return this.#renderMessage(terms.noSelection);
    const message = error ?? (twin ? terms.noEquipment(this.equipment) : terms.noTwin);
    return this.#renderMessage(message, error !== undefined);
  }

  #renderMessage(message: string, retry = false): TemplateResult {
    const { terms } = this.#twin;
    return html`<h3>${terms.energyTitle}</h3>
      <p class="quiet">
        ${message}
        ${retry ? html`<button class="verb" @click=${() => this.#twin.retry()}>${terms.retry}</button>` : nothing}
      </p>`;
  }

  #renderView(twin: Twin, view: EnergyView): TemplateResult {
    const { language, terms } = this.#twin;
    const equipment = this.#shown();
    const explained = {
      verb: (figure: EnergyFigure, words: string) => this.#renderVerb(figure, words),
      explanation: (figure: EnergyFigure) => this.#renderExplanation(figure, twin, view),
    };
    const input = { view, language, timeZone: this.#twin.timeZone, ...explained };
    return html`<div class="head">
        <h3>${terms.energyTitle}</h3>
        <span class="quiet">${equipment && textIn(equipment.name, language.tag)} · ${this.#when(view)}</span>
      </div>
      ${energyRows(input)}
      ${this.#remarks(view).map((sentence) => html`<p class="remark quiet">${sentence}</p>`)}
      ${bandSection(input)}${stateSection(input)}${columnSection(input)}`;
  }

  /** From when to when, with the factor that CO₂ is counted with. */
  #when({ use: { interval }, factor }: EnergyView): string {
    const { formats, timeZone } = this.#twin;
    const from = formats.dateTime(interval.from, timeZone);
    const isOneDay = formats.date(interval.from, timeZone) === formats.date(interval.to, timeZone);
    const to = isOneDay ? formats.time(interval.to, timeZone) : formats.dateTime(interval.to, timeZone);
    if (!factor) return `${from} … ${to}`;
    const year = factor.year === undefined ? '' : ` (${factor.year})`;
    const source = factor.source === undefined ? '' : `${factor.source} `;
    return `${from} … ${to} · ${source}${formats.quantity(factor.factor, 'kg/kWh', 4)}${year}`;
  }

  #remarks({ use, cost, silentSince }: EnergyView): string[] {
    const { terms, formats, timeZone } = this.#twin;
    const sentences: string[] = [];
    if (silentSince !== undefined) sentences.push(terms.noDataSince(formats.time(silentSince, timeZone)));
    if ((use.coverage ?? 1) < 0.95)
      sentences.push(terms.measuredShare(formats.percent(use.coverage ?? 0, 0)));
    for (const { key, subjects } of cost?.warnings ?? []) {
      if (key === 'noPrice') sentences.push(terms.noPrice);
      if (key === 'severalCurrencies') sentences.push(terms.severalCurrencies(subjects.join(', ')));
    }
    return sentences;
  }

  #renderVerb(figure: EnergyFigure, words: string): TemplateResult {
    const open = this.explained === figure;
    return html`<button
      class="verb"
      aria-expanded=${open}
      aria-controls=${open ? 'explanation' : nothing}
      @click=${() => this.#explain(figure)}
    >
      ${words}
    </button>`;
  }

  #renderExplanation(figure: EnergyFigure, twin: Twin, view: EnergyView): TemplateResult | typeof nothing {
    if (this.explained !== figure) return nothing;
    return html`<div class="explanation" part="explanation" id="explanation">
      ${this.#explanation?.(figure, twin, view, this.#twin.language)}
    </div>`;
  }
}

define('twin-energy', TwinEnergy);

declare global {
  interface HTMLElementTagNameMap {
    'twin-energy': TwinEnergy;
  }
}
