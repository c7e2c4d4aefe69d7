import type { Twin } from '@twinfloor/core';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import type { InspectorScreen } from './inspector-screen.js';
import { styles } from './inspector.styles.js';

const none: readonly string[] = [];

/**
 * @summary All about one machine: state, order, OEE, energy, alarms, signals with their lines, nameplate.
 *
 * Shows what is selected unless it is told an equipment. A line or a workshop is summed up: how many machines are in which
 * state, and which need somebody. Only the parts that are open cost anything.
 *
 * @tag twin-inspector
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose an equipment in it.
 *
 * @csspart head - Name, icon and the way down to it.
 * @csspart name - The name of the equipment.
 * @csspart state - The state of a machine.
 * @csspart strip - The states of the range as a strip.
 * @csspart counts - The machines of a line or workshop by state.
 * @csspart part - Each part below.
 *
 * @cssproperty [--twin-inspector-background=var(--twin-color-surface)] - Ground of the element.
 * @cssproperty [--twin-inspector-layer=10] - Its `z-index` as a sheet.
 */
export class TwinInspector extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #screen: InspectorScreen | undefined;
  #isAsked = false;

  /** Id of a machine, a line or a workshop, or `selected`: the one that is selected. */
  @property() equipment = 'selected';

  /** Time that strip, OEE, energy, alarms and lines look at: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** On a narrow screen it lies at the bottom of it, over the page, and is not there while nothing is selected. */
  @property({ type: Boolean, reflect: true }) sheet = false;

  /** Shows that the reader may not see these data. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    const visible = () => this.#visibility.visible;
    new SignalsController(this, { twin, visible, addresses: () => this.#screen?.addresses ?? none });
    new ClockController(this, { twin, visible });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.dispose();
  }

  protected override willUpdate(): void {
    const equipment = this.#twin.equipment(this.equipment);
    // What is not on the screen, or has nothing to show, is not loaded.
    if (equipment && this.#visibility.visible && !this.#isAsked) void this.#load();
    this.toggleAttribute('empty', !equipment);
    this.#screen?.read(this.#twin.twin, equipment);
  }

  protected override updated(): void {
    this.#screen?.updated();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const { InspectorScreen, screenStyles } = await import('./inspector-screen.js');
    for (const one of screenStyles) adoptStyles(this, one);
    this.#screen = new InspectorScreen(this, this.#twin);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    const equipment = this.#twin.equipment(this.equipment);
    if (loading || (equipment && !this.#screen)) {
      return html`<div role="status" aria-label=${terms.loading}>
        ${[0, 1, 2, 3].map(() => html`<span class="bone"></span>`)}
      </div>`;
    }
    if (twin && equipment && this.#screen) return this.#screen.render(twin, equipment);
    const isSelected = this.equipment === 'selected';
    return html`<p class="message quiet">
      ${notice(this.#twin, isSelected ? '' : this.equipment) ?? (isSelected ? terms.noSelection : terms.noData)}
    </p>`;
  }
}

define('twin-inspector', TwinInspector);

declare global {
  interface HTMLElementTagNameMap {
    'twin-inspector': TwinInspector;
  }
}
