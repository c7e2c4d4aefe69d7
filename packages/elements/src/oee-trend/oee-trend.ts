import {
  type Equipment,
  equipmentOeeTrend,
  type OeeStep,
  textIn,
  type TrendStep,
  trendSteps,
  type Twin,
} from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CursorController } from '../charts/cursor-controller.js';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinRangeChangeEvent } from '../events/range-change-event.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { oeeTerms } from '../locales/en/oee.js';
import { oeeTrendTerms } from '../locales/en/oee-trend.js';
import { styles } from './oee-trend.styles.js';
import { type Trend, trendOf } from './trend-figures.js';
import type * as extras from './trend-extras.js';
import { trendPlot, type TrendView } from './trend-plot.js';
import { trendReadout } from './trend-words.js';

addEnglish(oeeTerms);
addEnglish(oeeTrendTerms);

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
  static override styles = [hostStyles, dataTableStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(this, () => this.#twin.twin);
  #steps: readonly OeeStep[] = [];
  #extras: typeof extras | undefined;
  #shownAt = 0;

  @state() private showsTable = false;

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
    const { twin } = this.#twin;
    const equipment = this.#shown();
    if (!twin || !equipment || this.locked) {
      this.#steps = [];
      return;
    }
    const count = Math.min(Math.max(Math.round(this.steps) || 15, 1), 400);
    this.#steps = equipmentOeeTrend(twin, equipment.id, this.#by, count, this.#steps);
  }

  protected override updated(): void {
    this.#shownAt = performance.now();
    // Few open the table or take the figure apart; those who do not need not load how.
    if ((this.factors || this.showsTable) && !this.#extras) void this.#loadExtras();
  }

  async #loadExtras(): Promise<void> {
    this.#extras = await import('./trend-extras.js');
    this.requestUpdate();
  }

  get #by(): TrendStep {
    return trendSteps.includes(this.by) ? this.by : 'shift';
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

  /** Index of the step at a moment. */
  #indexAt(time: number | undefined): number | undefined {
    const index = this.#steps.findIndex(({ from, to }) => time !== undefined && from <= time && time < to);
    return index < 0 ? undefined : index;
  }

  readonly #point = (event: PointerEvent): void => {
    const index = this.#indexUnder(event);
    if (index !== undefined) this.#cursor.move(this.#steps[index].from);
  };

  /** Only the first part of the plot is the axis; right of it stand words. */
  #indexUnder(event: MouseEvent): number | undefined {
    const axis = this.renderRoot.querySelector('.dots')?.getBoundingClientRect();
    if (!axis || axis.width === 0 || this.#steps.length === 0) return undefined;
    const share = (event.clientX - axis.left) / axis.width;
    return Math.min(Math.max(Math.floor(share * this.#steps.length), 0), this.#steps.length - 1);
  }

  #choose(index: number | undefined): void {
    if (index === undefined) return;
    const { from, to, running } = this.#steps[index];
    // The one that runs goes on: by its name it does so on the whole page.
    const written = (time: number) => new Date(time).toISOString().replace('.000', '');
    this.dispatchEvent(new TwinRangeChangeEvent(running ? this.#by : `${written(from)}/${written(to)}`));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.#steps.length - 1;
    const at = this.#indexAt(this.#cursor.time) ?? last;
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    const { key } = event;
    if (key === 'Escape') this.#cursor.clear();
    else if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      this.#choose(at);
    } else if (key in moves) {
      event.preventDefault();
      this.#cursor.move(this.#steps[Math.min(Math.max(moves[key], 0), last)].from);
    }
  };

  protected override render(): TemplateResult {
    const { twin, terms, loading, error } = this.#twin;
    const equipment = this.#shown();
    if (this.locked) return this.#renderMessage(terms.noPermission);
    if (twin && equipment && this.#steps.length > 0) return this.#renderTrend(twin, equipment);
    if (loading) {
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

  #renderTrend(twin: Twin, equipment: Equipment): TemplateResult {
    const { language, terms, timeZone } = this.#twin;
    const trend = trendOf(this.#steps, this.target ?? twin.workshop.targets.oee);
    const cursor = this.#indexAt(this.#cursor.time);
    const view: TrendView = { trend, cursor, chosen: this.#chosen(twin), timeZone, language };
    const at = cursor ?? this.#steps.length - 1;
    const readout = trendReadout(trend.figures[at], trend, timeZone, language);
    const title = terms.lastSteps[this.#by](this.#steps.length);
    return html`<div class="heading">
        <h3 id="title">${title}</h3>
        <span class="quiet"
          >${trend.alone ? terms.availability : terms.oee}${terms.listComma}${textIn(equipment.name, language.tag)}</span
        >
      </div>
      <div
        class="plot"
        part="plot"
        role="slider"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.trendKeys}
        aria-valuemin="1"
        aria-valuemax=${this.#steps.length}
        aria-valuenow=${at + 1}
        aria-valuetext=${readout}
        @keydown=${this.#onKey}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${(event: PointerEvent) => event.pointerType === 'mouse' && this.#cursor.clear()}
        @click=${(event: MouseEvent) => this.#choose(this.#indexUnder(event))}
      >
        ${trendPlot(view)}${this.factors && !trend.alone ? this.#extras?.factorPlot(view) : nothing}
      </div>
      <p class="readout" part="readout">${readout}</p>
      ${this.#renderTable(trend, title)}`;
  }

  #renderTable(trend: Trend, title: string): TemplateResult {
    const { terms, language, timeZone } = this.#twin;
    const { trendTable } = this.#extras ?? {};
    return dataTable(
      this.showsTable ? terms.hideTable : terms.showTable,
      this.showsTable && trendTable !== undefined,
      () => (this.showsTable = !this.showsTable),
      () => (trendTable as typeof extras.trendTable)(trend, this.#by, title, timeZone, language),
    );
  }

  /** The step that is the time of the page; the running one where that is nothing else. */
  #chosen(twin: Twin): number | undefined {
    const { from, to } = intervalOf(twin, this.range || this.#twin.range);
    const index = this.#steps.findIndex((step) => step.from === from && step.to === to && !step.running);
    return index < 0 ? undefined : index;
  }
}

define('twin-oee-trend', TwinOeeTrend);

declare global {
  interface HTMLElementTagNameMap {
    'twin-oee-trend': TwinOeeTrend;
  }
}
