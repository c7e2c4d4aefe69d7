import {
  type Equipment,
  equipmentProduction,
  type EquipmentProduction,
  type Interval,
  textIn,
  type Twin,
} from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CursorController } from '../charts/cursor-controller.js';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { ChartLayers, chartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import { TimeAxis } from '../charts/time-axis.js';
import { zoneOf } from '../charts/zone.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { productionTerms } from '../locales/en/production.js';
import type * as extras from './production-extras.js';
import { edge, paintAbove, paintBelow, plotWidth, type ProductionView } from './production-plot.js';
import { shownHours, type ShownHour } from './production-view.js';
import { machineNames, productionFigures, productionReadout } from './production-words.js';
import { styles } from './production.styles.js';

addEnglish(productionTerms);

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
  static override styles = [hostStyles, dataTableStyles, layerStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(this, () => this.#twin.twin);
  readonly #layers = new ChartLayers({
    below: { paint: (context, width) => this.#paint(width, (view) => paintBelow(context, view)) },
    above: {
      paint: (context, width) => this.#paint(width, (view) => paintAbove(context, view)),
      showsCursor: true,
    },
  });
  #production: EquipmentProduction | undefined;
  #hours: readonly ShownHour[] = [];
  #id = '';
  #family = '';
  #extras: typeof extras | undefined;
  #shownAt = 0;

  @state() private showsTable = false;

  /** Id of a machine, a line, a workshop or a site, or `selected`. Default: the whole workshop file, if it has one root. */
  @property() equipment = '';

  /** Time to show: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
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
      addresses: () => this.#production?.machines.map((id) => `${id}/goodCount`) ?? [],
      // Many machines count in every frame; the clock brings the rest of them within a second.
      changed: () => performance.now() - this.#shownAt > 900 && this.requestUpdate(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layers.dispose();
  }

  protected override willUpdate(): void {
    const { twin } = this.#twin;
    const shown = this.#shown();
    this.#production = undefined;
    if (!twin || !shown || this.locked) return;
    this.#id = shown.id;
    this.#production = equipmentProduction(twin, shown.id, intervalOf(twin, this.range || this.#twin.range));
    this.#hours = shownHours(this.#production);
  }

  protected override updated(): void {
    this.#shownAt = performance.now();
    this.#family ||= getComputedStyle(this).fontFamily;
    const { colours, language } = this.#twin;
    const hours = this.#hours.map(({ hour }) => [hour.from, hour.planned, hour.good, hour.scrap].join());
    const content = `${colours.revision} ${language.tag} ${this.#production?.forecast} ${hours.join()}`;
    this.#layers.update(this.shadowRoot, content);
    // The figures stand first; why an hour was short comes a moment later.
    if (this.#production && !this.#extras) void this.#loadExtras();
  }

  async #loadExtras(): Promise<void> {
    this.#extras = await import('./production-extras.js');
    this.requestUpdate();
  }

  #shown(): Equipment | undefined {
    const roots = this.#twin.twin?.tree.roots ?? [];
    return this.#twin.equipment(this.equipment || (roots.length === 1 ? roots[0] : ''));
  }

  #axis(): TimeAxis {
    return new TimeAxis(this.#production?.interval ?? { from: 0, to: 1 }, this.#plotWidth());
  }

  #plotWidth(): number {
    return plotWidth(this.#layers.width, this.#production?.planned !== undefined);
  }

  #paint(canvasWidth: number, paint: (view: ProductionView) => void): void {
    const { twin, language, colours, timeZone } = this.#twin;
    const production = this.#production;
    if (!twin || !production) return;
    paint({
      production,
      hours: this.#hours,
      planned: (interval: Interval) => twin.calendar.planned(interval, this.#id),
      axis: this.#axis(),
      zone: zoneOf(timeZone),
      now: twin.clock.now(),
      cursor: this.#cursor.time,
      canvasWidth,
      language,
      colours,
      family: this.#family,
    });
  }

  /** Index of the hour that is read out: that of the cursor, else the present one, else the last. */
  #index(twin: Twin): number {
    const time = this.#cursor.time ?? twin.clock.now();
    const index = this.#hours.findIndex(({ hour }) => hour.from <= time && time < hour.to);
    return index < 0 ? (time < (this.#hours[0]?.hour.from ?? 0) ? 0 : this.#hours.length - 1) : index;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { twin } = this.#twin;
    if (!twin || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') this.#cursor.clear();
    const at = this.#index(twin);
    const last = this.#hours.length - 1;
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    if (!(event.key in moves)) return;
    event.preventDefault();
    this.#cursor.move(this.#hours[Math.min(Math.max(moves[event.key], 0), last)].hour.from);
  };

  protected override render(): TemplateResult {
    const { twin, terms, loading, error } = this.#twin;
    const production = this.#production;
    if (this.locked) return this.#renderMessage(terms.noPermission);
    if (loading) return this.#renderLoading();
    const missing = this.equipment === 'selected' ? terms.noSelection : terms.noEquipment(this.equipment);
    if (!twin || !production) {
      return this.#renderMessage(error ?? (twin ? missing : terms.noTwin), error !== undefined);
    }
    const has = (key: string) => production.warnings.find((warning) => warning.key === key);
    const units = has('differentUnits');
    if (units) return this.#renderMessage(terms.differentUnits(units.subjects.join(', ')));
    if (has('noCounts')) return this.#renderMessage(terms.noOutputCounts);
    return this.#renderProduction(twin, production);
  }

  #renderMessage(message: string, retry = false): TemplateResult {
    const { terms } = this.#twin;
    return html`<h3>${terms.productionTitle}</h3>
      <p class="quiet">
        ${message}
        ${retry ? html`<button class="verb" @click=${() => this.#twin.retry()}>${terms.retry}</button>` : nothing}
      </p>`;
  }

  #renderLoading(): TemplateResult {
    const { terms } = this.#twin;
    return html`<h3>${terms.productionTitle}</h3>
      <div role="status" aria-label=${terms.loading}>
        <span class="bone"></span><span class="bone"></span>
      </div>`;
  }

  #renderProduction(twin: Twin, production: EquipmentProduction): TemplateResult {
    const { language, terms } = this.#twin;
    const { planned, coverage, machines } = production;
    const index = this.#index(twin);
    const shown = this.#hours[index];
    const stop = this.#extras?.stopWords(twin, machines, shown, language);
    const readout = productionReadout(twin, production, shown, stop, language);
    const since = silentSince(twin, machines);
    return html`<div class="heading" part="heading">
        <div class="title">
          <h3 id="title">${terms.productionTitle}</h3>
          <span class="caption">${this.#caption(twin, production)}</span>
        </div>
        <dl>
          ${productionFigures(twin, production, language).map(
            ({ text, unit, caption }) =>
              html`<div class="figure" part="figure">
                <dt>${caption}</dt>
                <dd class=${since === undefined ? '' : 'stale'}>${text}<span class="unit">${unit}</span></dd>
              </div>`,
          )}
        </dl>
      </div>
      <div
        class=${planned === undefined ? 'plot alone' : 'plot'}
        part="plot"
        role="slider"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.productionKeys}
        aria-valuemin="1"
        aria-valuemax=${this.#hours.length}
        aria-valuenow=${index + 1}
        aria-valuetext=${readout}
        @keydown=${this.#onKey}
      >
        ${chartLayers({
          point: (x) => this.#cursor.move(this.#axis().time(x - edge)),
          leave: () => this.#cursor.clear(),
        })}
      </div>
      <p class="readout" part="readout">${readout}</p>
      ${[
        since === undefined ? '' : terms.noDataSince(language.formats.time(since, this.#twin.timeZone)),
        planned === undefined ? terms.noPlan : '',
        coverage !== undefined && coverage < 0.995
          ? terms.countsKnownFor(language.formats.percent(coverage))
          : '',
      ].map((sentence) => (sentence ? html`<p class="caption">${sentence}</p>` : nothing))}
      ${this.#renderTable(twin, production)}`;
  }

  #renderTable(twin: Twin, production: EquipmentProduction): TemplateResult {
    const { language, terms } = this.#twin;
    const { productionTable } = this.#extras ?? {};
    return dataTable(
      this.showsTable ? terms.hideTable : terms.showTable,
      this.showsTable && productionTable !== undefined,
      () => (this.showsTable = !this.showsTable),
      () => (productionTable as typeof extras.productionTable)(twin, production, this.#hours, language),
    );
  }

  /** Whose production it is, of when, and where it was counted if that is not itself. */
  #caption(twin: Twin, { interval, machines }: EquipmentProduction): string {
    const { language, terms, formats, timeZone } = this.#twin;
    const { from, to } = interval;
    const isItself = machines.length === 1 && machines[0] === this.#id;
    return [
      textIn(twin.tree.get(this.#id).name, language.tag),
      `${formats.date(from, timeZone)}, ${formats.time(from, timeZone)} – ${formats.time(to, timeZone)}`,
      isItself ? '' : terms.countedAt(machineNames(twin, machines, language)),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

/** Since when nothing was heard of any of the machines; `undefined` while one of them is heard. */
function silentSince(twin: Twin, machines: readonly string[]): number | undefined {
  const known = machines.flatMap((id) =>
    ['goodCount', 'producedCount']
      .filter((name) => twin.seriesOf(id, name, 'counter'))
      .map((name) => twin.knownUntil(id, name)),
  );
  const last = Math.max(...known);
  return Number.isFinite(last) ? last : undefined;
}

define('twin-production', TwinProduction);

declare global {
  interface HTMLElementTagNameMap {
    'twin-production': TwinProduction;
  }
}
