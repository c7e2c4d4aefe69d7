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
import { styles } from './floor-plan.styles.js';
import type { PlanScreen } from './plan-screen.js';

const none: readonly string[] = [];

/**
 * @summary A workshop from above: machines at their places with their states, flow of material, vehicles, zones and ways.
 *
 * Shows the same placements as the 3D scene, without WebGL. Wheel (once the plan has the focus), drag, pinch, buttons and
 * keys zoom and move it; arrow keys lead from machine to machine; a click, Enter or Space selects for all elements of
 * the twin. With `heat` bodies take the colour of a figure. Machines without a place stand in rows, and it says so.
 *
 * @tag twin-floor-plan
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose a machine.
 *
 * @csspart heading - Name, legend of a heat map and buttons.
 * @csspart plot - The plan.
 * @csspart readout - What is said of the machine that is pointed at.
 * @csspart table - The table behind the plan with its button.
 *
 * @cssproperty [--twin-floor-plan-background=var(--twin-color-surface-sunken)] - What the floors lie on.
 * @cssproperty [--twin-floor-plan-height=620px] - Greatest height of the plan.
 */
export class TwinFloorPlan extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #screen: PlanScreen | undefined;
  #isAsked = false;

  /** Id of a site, a workshop or a line. Default: everything in the workshop file. */
  @property() equipment = '';

  /** Name of a number signal whose values colour the machines, e.g. `power` or `temperature`, or `oee`. Default: none. */
  @property() heat = '';

  /** Time that the OEE of a heat map looks at: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

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
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => this.#screen?.addresses ?? none,
      changed: () => this.#screen?.observed(),
    });
    new ClockController(this, { twin, visible });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.dispose();
  }

  protected override willUpdate(): void {
    // What is not on the screen is not loaded.
    if (this.#visibility.visible && !this.#isAsked) void this.#load();
    this.#screen?.read(this.#twin.twin);
  }

  protected override updated(): void {
    this.#screen?.updated();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const { PlanScreen, screenStyles } = await import('./plan-screen.js');
    for (const one of screenStyles) adoptStyles(this, one);
    this.#screen = new PlanScreen(this, this.#twin);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    const reason = this.locked
      ? terms.noPermission
      : loading
        ? undefined
        : notice(this.#twin, this.equipment);
    if (reason) return html`<p class="quiet">${reason}</p>`;
    if (!twin || !this.#screen)
      return html`<span class="bone" role="status" aria-label=${terms.loading}></span>`;
    return this.#screen.render(twin);
  }
}

define('twin-floor-plan', TwinFloorPlan);

declare global {
  interface HTMLElementTagNameMap {
    'twin-floor-plan': TwinFloorPlan;
  }
}
