import type { Equipment, Twin } from '@twinfloor/core';
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
import { styles } from './energy.styles.js';
import type { EnergyFigure, EnergyView } from './energy-view.js';
import type { energyExplanation } from './explanation.js';
import type { sheet } from './sheet.js';

addEnglish(energyTerms);

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
  #sheet: typeof sheet | undefined;
  #explanation: typeof energyExplanation | undefined;
  #isAsked = false;
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
    const { twin } = this.#twin;
    const equipment = this.#shown();
    // What is not on the screen is not loaded, and few ask how a figure was made.
    if (this.#visibility.visible && !this.#isAsked) void this.#loadSheet();
    if (this.explained && !this.#explanation) void this.#loadExplanation();
    if (!twin || !equipment || this.locked) this.#view = undefined;
    else if (this.#sheet) this.#read(twin, equipment.id, this.#sheet);
  }

  /** A workshop of many machines takes a while to add up: then it is read less often. */
  #read(twin: Twin, equipment: string, { view }: typeof sheet): void {
    const interval = intervalOf(twin, this.range || this.#twin.range);
    const { mode } = twin.clock;
    const moment = mode === 'at' ? twin.clock.now() : mode;
    const key = [twin.workshop.id, equipment, this.range || this.#twin.range, moment].join();
    const start = performance.now();
    if (this.#view && key === this.#key && start - this.#readAt < this.#cost * restFactor) return;
    this.#view = view(twin, equipment, interval);
    this.#key = key;
    this.#readAt = performance.now();
    this.#cost = this.#readAt - start;
  }

  #shown(): Equipment | undefined {
    const roots = this.#twin.twin?.tree.roots ?? [];
    return this.#twin.equipment(this.equipment || (roots.length === 1 ? roots[0] : ''));
  }

  async #loadSheet(): Promise<void> {
    this.#isAsked = true;
    const { sheet } = await import('./sheet.js');
    adoptStyles(this, sheet.styles);
    this.#sheet = sheet;
    this.requestUpdate();
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
    const { twin, terms, loading, error, language, timeZone } = this.#twin;
    const equipment = this.#shown();
    if (this.locked) return this.#renderMessage(terms.noPermission);
    if (loading || (equipment && !this.#view)) {
      return html`<h3>${terms.energyTitle}</h3>
        <div class="skeleton" role="status" aria-label=${terms.loading}>
          ${[1, 2, 3, 4, 5].map(() => html`<i></i>`)}
        </div>`;
    }
    if (twin && equipment && this.#view) {
      const view = this.#view;
      return html`${this.#sheet?.render(twin, equipment.id, {
        view,
        language,
        timeZone,
        verb: (figure, words) => this.#renderVerb(figure, words),
        explanation: (figure) => this.#renderExplanation(figure, twin, view),
      })}`;
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
