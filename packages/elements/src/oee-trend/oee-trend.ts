import { type Equipment, type TrendStep, trendSteps, type Twin } from '@twinfloor/core';
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
import { styles } from './oee-trend.styles.js';
import type { TrendSheet } from './trend-sheet.js';

/**
 * @summary The OEE of the last shifts, days or weeks of a machine, a line or a workshop, hanging from its target.
 *
 * A step for which there are no data, or in which nothing was planned, is a gap that says so; time without data
 * inside of a step shows as a bracket between its bounds. The step under way is a ring. Where pieces are not counted
 * it shows the availability. A click on a step asks the page to show its time.
 *
 * Keys: left and right by a step, Home and End; Enter asks for the time of the step, Escape takes the cursor away.
 *
 * @tag twin-oee-trend
 *
 * @fires {TwinRangeChangeEvent} twin-range-change - Somebody chose a step; its time is the range.
 *
 * @csspart plot - The chart.
 * @csspart step - One dot with its line and bounds.
 * @csspart factors - What each factor lost.
 * @csspart readout - The figures of the step that is pointed at, else of the last one.
 * @csspart table - The table behind the chart.
 */
export class TwinOeeTrend extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(this, () => this.#twin.twin);
  #sheet: TrendSheet | undefined;
  #isAsked = false;
  #shownAt = 0;

  /** Id of a machine, a line, a workshop or a site, or `selected`. Default: the whole workshop file, if it has one root. */
  @property() equipment = '';

  /** What a step is: `shift` (default), `day` or `week`. */
  @property() by: TrendStep = 'shift';

  /** How many steps, 1 to 400. Default 15. */
  @property({ type: Number }) steps = 15;

  /** OEE to reach, as a fraction of one. Default: the target of the workshop file. */
  @property({ type: Number }) target: number | undefined;

  /** Shows what availability, performance and quality lost. */
  @property({ type: Boolean, reflect: true }) factors = false;

  /** The time that the page shows; its step is marked. Default: the provider's. */
  @property() range = '';

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
      addresses: () => this.#addresses(),
      // With many machines a state changes in every frame; the clock brings the rest of them within a second.
      changed: () => performance.now() - this.#shownAt > 900 && this.requestUpdate(),
    });
  }

  protected override willUpdate(): void {
    // What is not on the screen is not loaded.
    if (this.#visibility.visible && !this.#isAsked) void this.#loadSheet();
  }

  protected override updated(): void {
    this.#shownAt = performance.now();
  }

  async #loadSheet(): Promise<void> {
    this.#isAsked = true;
    const { TrendSheet } = await import('./trend-sheet.js');
    for (const styles of TrendSheet.styles) adoptStyles(this, styles);
    this.#sheet = new TrendSheet(this, this.#cursor);
    this.requestUpdate();
  }

  #shown(): Equipment | undefined {
    const roots = this.#twin.twin?.tree.roots ?? [];
    return this.#twin.equipment(this.equipment || (roots.length === 1 ? roots[0] : ''));
  }

  #addresses(): readonly string[] {
    const { twin } = this.#twin;
    const equipment = this.#shown();
    if (!twin || !equipment || this.locked) return [];
    return twin.tree.workUnits(equipment.id).map((id) => `${id}/state`);
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading, error, language } = this.#twin;
    const equipment = this.#shown();
    if (this.locked) return this.#renderMessage(terms.noPermission);
    if (twin && equipment && this.#sheet) {
      return this.#sheet.render({
        twin,
        equipment,
        by: trendSteps.includes(this.by) ? this.by : 'shift',
        count: Math.min(Math.max(Math.round(this.steps) || 15, 1), 400),
        target: this.target,
        factors: this.factors,
        range: this.range || this.#twin.range,
        language,
      });
    }
    if (loading || equipment) {
      return html`<h3>${terms.oee}</h3>
        <span class="bone" role="status" aria-label=${terms.loading}></span>`;
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
}

define('twin-oee-trend', TwinOeeTrend);

declare global {
  interface HTMLElementTagNameMap {
    'twin-oee-trend': TwinOeeTrend;
  }
}
