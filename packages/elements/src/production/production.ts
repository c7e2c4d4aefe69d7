import type { Equipment, Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CursorController } from '../charts/cursor-controller.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import type { ProductionSheet } from './production-sheet.js';
import { styles } from './production.styles.js';

/**
 * @summary Good pieces of a machine, a line or a workshop hour by hour against the plan, what adds up, and a forecast.
 *
 * A line is counted at its last machines, so that a piece is counted once. The plan of an hour is shorter where a
 * break is in it. The hour under way is half as dark; what was not counted is a gap. Scrap stands on the good pieces.
 *
 * Keys: left and right by an hour, Home and End; Escape takes the cursor away.
 *
 * @tag twin-production
 *
 * @csspart heading - Title and figures.
 * @csspart figure - Each figure above the chart.
 * @csspart plot - The chart.
 * @csspart readout - The figures of the hour that is pointed at, else of the present one.
 * @csspart table - The table behind the chart.
 */
export class TwinProduction extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(this, () => this.#twin.twin);
  #sheet: ProductionSheet | undefined;
  #isAsked = false;
  #shownAt = 0;

  /** Id of a machine, a line, a workshop or a site, or `selected`. Default: the whole workshop file, if it has one root. */
  @property() equipment = '';

  /** Time to show: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** `wall`: the figures alone, to be read from afar; the page says of what. Default: `comfortable`. */
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
    new ClockController(this, { twin, visible });
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => (this.locked ? [] : (this.#sheet?.machines.map((id) => `${id}/goodCount`) ?? [])),
      // Many machines count in every frame; the clock brings the rest of them within a second.
      changed: () => performance.now() - this.#shownAt > 900 && this.requestUpdate(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sheet?.dispose();
  }

  protected override willUpdate(): void {
    // What is not on the screen is not loaded.
    if (this.#visibility.visible && !this.#isAsked) void this.#loadSheet();
  }

  protected override updated(): void {
    this.#shownAt = performance.now();
    if (this.isConnected) this.#sheet?.updated();
  }

  async #loadSheet(): Promise<void> {
    this.#isAsked = true;
    const { ProductionSheet } = await import('./production-sheet.js');
    for (const styles of ProductionSheet.styles) adoptStyles(this, styles);
    this.#sheet = new ProductionSheet(this, this.#cursor);
    this.requestUpdate();
  }

  #shown(): Equipment | undefined {
    const roots = this.#twin.twin?.tree.roots ?? [];
    return this.#twin.equipment(this.equipment || (roots.length === 1 ? roots[0] : ''));
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading, error, language, colours } = this.#twin;
    const equipment = this.#shown();
    if (this.locked) return this.#renderMessage(terms.noPermission);
    if (twin && equipment && this.#sheet) {
      const range = this.range || this.#twin.range;
      return this.#sheet.render({ twin, equipment, range, language, colours });
    }
    if (loading || equipment) {
      return html`<div role="status" aria-label=${terms.loading}>
        <span class="bone"></span><span class="bone"></span><span class="bone"></span>
      </div>`;
    }
    const missing = this.equipment === 'selected' ? terms.noSelection : terms.noEquipment(this.equipment);
    return this.#renderMessage(error ?? (twin ? missing : terms.noTwin), error !== undefined);
  }

  #renderMessage(message: string, retry = false): TemplateResult {
    return html`<p class="quiet">
      ${message}
      ${
        retry
          ? html`<button class="verb" @click=${() => this.#twin.retry()}>${this.#twin.terms.retry}</button>`
          : nothing
      }
    </p>`;
  }
}

define('twin-production', TwinProduction);

declare global {
  interface HTMLElementTagNameMap {
    'twin-production': TwinProduction;
  }
}
