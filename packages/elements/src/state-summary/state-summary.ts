import { type EquipmentState, equipmentStates, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartCanvas } from '../charts/canvas.js';
import { notice } from '../charts/notice.js';
import { paletteOf } from '../charts/palette.js';
import { ClockController } from '../controllers/clock-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { currentState } from '../internal/current-state.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { stateGlyph } from '../internal/state-glyph.js';
import { stateStyles } from '../internal/state.styles.js';
import { stateSummaryTerms } from '../locales/en/state-summary.js';
import { styles } from './state-summary.styles.js';
import { paintShares } from './summary-bar.js';
import { machinesBelow, type StateShare, stateSummary, type StateSummary } from './summary-figures.js';

addEnglish(stateSummaryTerms);

/**
 * @summary How long machines were in each state over the range, as one bar and a table that add up to calendar time.
 *
 * Time without trustworthy data is a row like the others. Durations and shares are rounded so that they add up; how
 * often a state was entered stands beside them. With `now` it shows how many machines are in which state.
 *
 * @tag twin-state-summary
 *
 * @csspart heading - Title, and what the whole is made of.
 * @csspart bar - The stacked bar.
 * @csspart table - The rows.
 * @csspart counts - The machines by state of `now`.
 *
 * @cssproperty [--twin-state-summary-background=transparent] - Ground of the element.
 */
export class TwinStateSummary extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #chart: ChartCanvas | undefined;
  #machines: readonly string[] = [];
  #summary: StateSummary | undefined;

  /** Id of a machine, a line or a workshop. Default: all machines. */
  @property() equipment = '';

  /** Time to sum up: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** Shows how many machines are in which state at the moment of the clock, in one line. */
  @property({ type: Boolean, reflect: true }) now = false;

  /** `wall`: counts that are read from afar, with `now`. Default: `comfortable`. */
  @property({ reflect: true }) density: 'comfortable' | 'wall' = 'comfortable';

  /** Shows a lock in the place of data that the reader may not see. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    // States are always wanted by the twin. They are summed up once a second, however often they change.
    new ClockController(this, { twin: () => this.#twin.twin, visible: () => this.#visibility.visible });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  protected override willUpdate(): void {
    const { twin } = this.#twin;
    const equipment = this.#twin.equipment(this.equipment);
    const isKnown = twin && !this.locked && (equipment !== undefined || this.equipment === '');
    this.#machines = isKnown ? machinesBelow(twin, equipment?.id) : [];
    this.#summary =
      isKnown && !this.now
        ? stateSummary(twin, this.#machines, intervalOf(twin, this.range || this.#twin.range))
        : undefined;
  }

  protected override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas !== this.#chart?.canvas) {
      this.#chart?.dispose();
      this.#chart = canvas
        ? new ChartCanvas(canvas, (context, width, height, ratio) => {
            const palette = paletteOf(this.#twin.colours);
            if (this.#summary) paintShares(context, this.#summary, palette, width, height, ratio);
          })
        : undefined;
    }
    this.#chart?.request();
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    if (this.locked) return this.#renderPlain(terms.noPermission);
    if (loading) return this.#renderBones();
    const equipment = this.#twin.equipment(this.equipment);
    if (!twin || (this.equipment && !equipment)) return this.#renderPlain(notice(this.#twin, this.equipment));
    if (this.#machines.length === 0) return this.#renderPlain(terms.noMachines);
    const summary = this.#summary;
    if (!summary) return this.#renderCounts(twin);
    if (summary.total <= 0) return this.#renderPlain(terms.noData);
    const { formats, timeZone, language } = this.#twin;
    const { length } = this.#machines;
    const until = formats.time(summary.until, timeZone);
    const basis = terms.summaryBasis(length, formats.duration(summary.total / length), until);
    const name = equipment ? textIn(equipment.name, language.tag) : '';
    return html`${this.#renderHeading(html`${name ? html`<span>${name}</span>` : nothing} <span class="quiet">${basis}</span>`)}
      <canvas part="bar" aria-hidden="true"></canvas>
      ${this.#renderTable(summary)}`;
  }

  #renderTable({ rows, unit, total }: StateSummary): TemplateResult {
    const { terms, formats } = this.#twin;
    return html`<table part="table" aria-labelledby="title">
      <thead>
        <tr>
          <th scope="col"><span class="hidden-text">${terms.state}</span></th>
          <th scope="col">${terms.timeInState}</th>
          <th scope="col">${terms.shareOfTime}</th>
          <th scope="col">${terms.timesEntered}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.#renderRow(row, unit))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${terms.allTime}</th>
          <td>${this.#amount(Math.round(total / unit), unit)}</td>
          <td>${formats.percent(1)}</td>
          <td></td>
        </tr>
      </tfoot>
    </table>`;
  }

  #renderRow({ state, units, tenths, count }: StateShare, unit: number): TemplateResult {
    const { terms, formats } = this.#twin;
    // Rounded down to nothing it would say that the state was not there.
    const some = (rounded: number, text: (least: number) => string) =>
      rounded > 0 ? text(rounded) : terms.lessThan(text(1));
    return html`<tr data-state=${state}>
      <th scope="row">${stateGlyph(state)} ${terms.states[state]}</th>
      <td>${some(units, (least) => this.#amount(least, unit))}</td>
      <td>${some(tenths, (least) => formats.percent(least / 1000))}</td>
      <td>${formats.number(count)}</td>
    </tr>`;
  }

  /** A duration in words that neither rounds nor cuts off, so that rows add up to the reader too. */
  #amount(units: number, unit: number): string {
    const { terms, formats } = this.#twin;
    if (unit === 1000) return formats.quantity(units, terms.second);
    if (unit === 60_000) return formats.duration(units * unit);
    return formats.quantity(units / 10, terms.hour, 1);
  }

  #renderCounts(twin: Twin): TemplateResult {
    const { terms, formats } = this.#twin;
    const now = twin.clock.now();
    const counts: Partial<Record<EquipmentState, number>> = {};
    for (const id of this.#machines) {
      const { state } = currentState(twin, id, now);
      counts[state] = (counts[state] ?? 0) + 1;
    }
    return html`<ul part="counts" aria-label=${terms.machinesByState}>
      ${equipmentStates
        .filter((state) => counts[state])
        .map(
          (state) =>
            html`<li data-state=${state}>
              ${stateGlyph(state)} ${formats.number(counts[state] ?? 0)} <span>${terms.states[state]}</span>
            </li>`,
        )}
    </ul>`;
  }

  #renderHeading(caption: unknown): TemplateResult {
    return html`<div class="heading" part="heading">
      <h3 id="title">${this.#twin.terms.timeByState}</h3>
      ${caption}
    </div>`;
  }

  #renderPlain(text: unknown): TemplateResult {
    return html`${this.now ? nothing : this.#renderHeading(nothing)}
      <p class="quiet">${text}</p>`;
  }

  #renderBones(): TemplateResult {
    return html`${this.now ? nothing : this.#renderHeading(nothing)}
      <div class="bones" role="status" aria-label=${this.#twin.terms.loading}>
        ${[1, 2, 3, 4].map(() => html`<i></i>`)}
      </div>`;
  }
}

define('twin-state-summary', TwinStateSummary);

declare global {
  interface HTMLElementTagNameMap {
    'twin-state-summary': TwinStateSummary;
  }
}
