import { type Equipment, equipmentOee, type EquipmentOee, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinExplainEvent } from '../events/explain-event.js';
import { currentState } from '../internal/current-state.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { intervalOf } from '../internal/range.js';
import { observeSize } from '../internal/resize.js';
import { stateStyles } from '../internal/state.styles.js';
import { bars } from './bars.js';
import type { Explanation } from './explanation.js';
import { styles } from './oee.styles.js';
import { rangeWords, remarks } from './words.js';
import { addEnglish } from '../internal/language.js';
import { oeeTerms } from '../locales/en/oee.js';

addEnglish(oeeTerms);

/**
 * @summary The OEE of a machine, a line or a workshop: value, target, bounds, three factors, and how it was made.
 *
 * Where pieces are not counted it shows the availability alone and says what is missing. The explanation adds up to
 * the calendar time.
 *
 * @tag twin-oee
 *
 * @fires {TwinExplainEvent} twin-explain - Somebody opened or closed the explanation.
 *
 * @csspart value - The figure.
 * @csspart bars - The three bars with target and bounds.
 * @csspart factor - One bar with its labels.
 * @csspart table - The table of the explanation.
 * @csspart formula - The line of the explanation with the numbers in it.
 * @csspart machines - What each of several machines has in the figure.
 * @csspart counts - What was counted.
 */
export class TwinOee extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #endSize: (() => void) | undefined;
  #explanation: Explanation | undefined;
  #shownAt = 0;

  /** Width of the bars in px, for the places of labels. */
  @state() private barWidth = 400;

  /** Id of a machine, a line, a workshop or a site, or `selected`. Default: the whole workshop file, if it has one root. */
  @property() equipment = '';

  /** `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** OEE to reach, as a fraction of one. Default: the target of the workshop file. */
  @property({ type: Number }) target: number | undefined;

  /** Shows how the figure was made. */
  @property({ type: Boolean, reflect: true }) explained = false;

  /** `wall`: the figure and its bars alone, to be read from afar; side by side where there is room. Default: `comfortable`. */
  @property({ reflect: true }) density: 'comfortable' | 'wall' = 'comfortable';

  /** Shows a lock in the place of data that the reader may not see. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    const visible = () => this.#visibility.visible;
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => this.#addresses(),
      changed: () => this.#onChange(),
    });
    new ClockController(this, { twin, visible });
  }

  /** With many machines a state changes in every frame; the clock brings the rest of them within a second. */
  #onChange(): void {
    if (performance.now() - this.#shownAt > 900) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endSize?.();
    this.#endSize = undefined;
  }

  protected override willUpdate(): void {
    if (this.density === 'wall')
      void import('./oee-wall.styles.js').then(({ wallStyles }) => adoptStyles(this, wallStyles));
    // Few ask how a figure was made; those who do not need not load it.
    if (this.explained && !this.#explanation) void this.#loadExplanation();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.#shownAt = performance.now();
    const drawing = this.renderRoot.querySelector('.bars');
    if (!drawing) this.#endSize?.();
    this.#endSize = drawing && this.isConnected ? (this.#endSize ?? this.#watch(drawing)) : undefined;
  }

  #watch(drawing: Element): () => void {
    return observeSize(drawing, (width) => {
      if (width > 0) this.barWidth = Math.round(width);
    });
  }

  #shown(): Equipment | undefined {
    const { twin } = this.#twin;
    const roots = twin?.tree.roots ?? [];
    const id = this.equipment || (roots.length === 1 ? roots[0] : '');
    return this.#twin.equipment(id);
  }

  #addresses(): readonly string[] {
    const { twin } = this.#twin;
    const equipment = this.#shown();
    if (!twin || !equipment || this.locked) return [];
    // Counts are read once a second and are always wanted by the twin.
    return twin.tree.workUnits(equipment.id).map((id) => `${id}/state`);
  }

  async #loadExplanation(): Promise<void> {
    const [{ Explanation }, { explanationStyles }] = await Promise.all([
      import('./explanation.js'),
      import('./explanation.styles.js'),
    ]);
    adoptStyles(this, explanationStyles);
    this.#explanation ??= new Explanation(() => this.requestUpdate());
    this.requestUpdate();
  }

  #explain(equipment: string): void {
    this.explained = !this.explained;
    this.dispatchEvent(new TwinExplainEvent(equipment, 'oee', this.explained));
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading, error } = this.#twin;
    const equipment = this.#shown();
    if (this.locked) return this.#renderMessage(terms.noPermission);
    if (twin && equipment) return this.#renderOee(twin, equipment);
    if (loading) {
      return html`<h3>${terms.oee}</h3>
        <div class="skeleton" role="status" aria-label=${terms.loading}><i></i><i></i><i></i><i></i></div>`;
    }
    const missing = this.equipment === 'selected' ? terms.noSelection : terms.noEquipment(this.equipment);
    return this.#renderMessage(error ?? (twin ? missing : terms.noTwin), error !== undefined);
  }

  #renderMessage(message: string, retry = false): TemplateResult {
    const { terms } = this.#twin;
    return html`<h3>${terms.oee}</h3>
      <p class="quiet">
        ${message}
        ${retry ? html`<button class="verb" @click=${() => this.#twin.retry()}>${terms.retry}</button>` : nothing}
      </p>`;
  }

  #renderOee(twin: Twin, equipment: Equipment): TemplateResult {
    const { language, terms } = this.#twin;
    const interval = intervalOf(twin, this.range || this.#twin.range);
    const oee = equipmentOee(twin, equipment.id, interval);
    const target = this.target ?? twin.workshop.targets.oee;
    const alone = oee.value === undefined && oee.availability !== undefined;
    return html`<div class="sheet">
      <div class="figure">
        <div class="head">
          <h3>${alone ? terms.availability : terms.oee}</h3>
          <span class="quiet"
            >${textIn(equipment.name, language.tag)}${terms.listComma}${rangeWords(twin, interval, language)}</span
          >
        </div>
        ${this.#renderValue(twin, oee, alone ? undefined : target)}
        ${
          oee.availability === undefined
            ? nothing
            : bars({ oee, target: alone ? undefined : target, language, width: this.barWidth })
        }
        ${remarks(twin, oee, language).map((sentence) => html`<p class="remark">${sentence}</p>`)}
        ${
          oee.calendarTime > 0
            ? html`<button
                class="verb"
                aria-expanded=${this.explained}
                aria-controls="explanation"
                @click=${() => this.#explain(equipment.id)}
              >
                ${terms.howMade}
              </button>`
            : nothing
        }
      </div>
      <div
        class="explanation"
        id="explanation"
        ?hidden=${!this.explained}
        role="group"
        aria-label=${terms.howMade}
      >
        ${this.explained ? this.#explanation?.render(twin, oee, language) : nothing}
      </div>
    </div>`;
  }

  #renderValue(twin: Twin, oee: EquipmentOee, target: number | undefined): TemplateResult {
    const { terms, formats } = this.#twin;
    const value = oee.value ?? oee.availability;
    const distance = value === undefined || target === undefined ? undefined : value - target;
    const known =
      oee.inputs.plannedTime > 0 ? 1 - oee.inputs.unknownTime / oee.inputs.plannedTime : undefined;
    const stale = isStale(twin, oee.machines);
    return html`<div class="value-row">
      <div class=${stale && value !== undefined ? 'value stale-value' : 'value'} part="value">
        ${
          value === undefined
            ? terms.none
            : html`${formats.number(value * 100, 1)}<span class="unit">${formats.unit('%')}</span>`
        }
      </div>
      <div class="beside quiet">
        ${
          distance === undefined
            ? nothing
            : html`<b>${terms.toTarget(formats.signed(distance * 100, 1) + formats.unit(terms.points))}</b
                ><br />`
        }
        ${known === undefined ? nothing : terms.dataFor(formats.percent(known))}
      </div>
    </div>`;
  }
}

/** Whether no machine is heard any more, so that the figure stands still. */
function isStale(twin: Twin, machines: readonly string[]): boolean {
  const now = twin.clock.now();
  return machines.length > 0 && machines.every((id) => currentState(twin, id, now).trust === 'stale');
}

define('twin-oee', TwinOee);

declare global {
  interface HTMLElementTagNameMap {
    'twin-oee': TwinOee;
  }
}
