import type { Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CursorController } from '../charts/cursor-controller.js';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { ChartLayers, chartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import { notice } from '../charts/notice.js';
import { TimeAxis } from '../charts/time-axis.js';
import { valueAxis } from '../charts/value-axis.js';
import { zoneOf } from '../charts/zone.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { intervalOf } from '../internal/range.js';
import { powerCaption } from './power-caption.js';
import { PowerData } from './power-data.js';
import { type PowerFigure, powerFigures } from './power-figures.js';
import { edge, plotArea, PowerPlot, type PowerView } from './power-plot.js';
import { movedPowerCursor } from './power-keys.js';
import { PowerRange } from './power-range.js';
import { powerReadout, powerTable } from './power-readout.js';
import { styles } from './power.styles.js';
import { addEnglish } from '../internal/language.js';
import { meteringTerms } from '../locales/en/metering.js';
import { powerTerms } from '../locales/en/power.js';

addEnglish(meteringTerms);
addEnglish(powerTerms);

/**
 * @summary Load and demand of a machine, a line or a workshop, with the limit and what is still allowed.
 *
 * Steps are the mean power of each demand window, from the energy counter where there is one; the line is the load,
 * where power is measured. What was not measured is a gap. The cursor is shared with the other charts of the twin.
 *
 * Keys: left and right by a pixel of the line, with Shift by one demand window, Home and End; Escape takes the cursor away.
 *
 * @tag twin-power
 *
 * @csspart heading - Title and figures.
 * @csspart figure - Each figure above the chart.
 * @csspart plot - The chart.
 * @csspart table - The table behind the chart.
 */
export class TwinPower extends LitElement {
  static override styles = [hostStyles, dataTableStyles, layerStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(this, () => this.#twin.twin);
  readonly #plot = new PowerPlot();
  readonly #layers = new ChartLayers({
    below: { paint: (context, width) => this.#paint(width, (view) => this.#plot.paintBelow(context, view)) },
    above: {
      paint: (context, width) => this.#paint(width, (view) => this.#plot.paintAbove(context, view)),
      showsCursor: true,
    },
  });
  #data: PowerData | undefined;
  readonly #range = new PowerRange();
  #family = '';

  @state() private showsTable = false;

  /** Id of a meter, a machine, a line or a workshop. Default: the whole workshop. */
  @property() equipment = '';

  /** Time to show: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    const visible = () => this.#visibility.visible;
    new ClockController(this, { twin, visible });
    new SignalsController(this, { twin, visible, addresses: () => this.#addresses() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layers.dispose();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { twin } = this.#twin;
    const isKnown = twin && (this.equipment === '' || twin.tree.has(this.equipment));
    this.#data = isKnown ? new PowerData(twin, this.equipment) : undefined;
    if (!twin || !this.#data) return;
    const { colours, language } = this.#twin;
    const interval = intervalOf(twin, this.range || this.#twin.range);
    const look = `${colours.revision} ${language.tag}`;
    this.#range.read(this.#data, interval, twin.clock.now(), this.#layers.width, look);
  }

  protected override updated(): void {
    this.#family ||= getComputedStyle(this).fontFamily;
    this.#layers.update(this.shadowRoot, this.#range.content);
  }

  /** Meters may be told of only after the page: until then what could measure is followed. */
  #addresses(): string[] {
    const { twin } = this.#twin;
    if (!twin || !this.#data) return [];
    const ids = this.#data.ids.length > 0 ? this.#data.ids : this.#machines(twin);
    return ids.flatMap((id) => [`${id}/power`, `${id}/energy`]);
  }

  #machines(twin: Twin): readonly string[] {
    const roots = this.equipment ? [this.equipment] : twin.tree.roots;
    return roots.flatMap((root) => [root, ...twin.tree.workUnits(root)]);
  }

  #axis(): TimeAxis {
    const { width } = plotArea(this.#layers.width, this.#data?.limit !== undefined);
    return new TimeAxis(this.#range.interval, width);
  }

  #paint(width: number, paint: (view: PowerView) => void): void {
    const view = this.#view(width);
    if (view) paint(view);
  }

  #view(canvasWidth: number): PowerView | undefined {
    const { twin, language, colours, timeZone } = this.#twin;
    const data = this.#data;
    if (!twin || !data) return undefined;
    const { height, namesLimitOutside } = plotArea(canvasWidth, data.limit !== undefined);
    const now = twin.clock.now();
    const cursor = this.#cursor.time;
    return {
      axis: this.#axis(),
      values: valueAxis(0, Math.max(this.#range.highest, data.limit ?? 0) * 1.06, height),
      zone: zoneOf(timeZone),
      now,
      cursor,
      readout: cursor === undefined ? '' : powerReadout(data, this.#range.steps, cursor, now, language),
      line: data.line,
      lineUntil: Math.min(now, data.knownUntil),
      load: data.line && data.knownUntil > now ? data.loadAt(now) : undefined,
      steps: this.#range.steps,
      peak: this.#range.peak,
      limit: data.limit,
      namesLimitOutside,
      language,
      colours,
      family: this.#family,
    };
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { twin } = this.#twin;
    if (!twin || !this.#data || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      this.#cursor.clear();
      return;
    }
    const time = movedPowerCursor(
      event,
      this.#cursor.time,
      this.#axis(),
      this.#data.window,
      twin.clock.now(),
    );
    if (time === undefined) return;
    event.preventDefault();
    this.#cursor.move(time);
  };

  protected override render(): TemplateResult {
    const { twin, loading, terms } = this.#twin;
    const data = this.#data;
    if (loading) return this.#renderLoading();
    const reason = notice(this.#twin, this.equipment);
    if (reason || !twin || !data) return this.#renderNotice(reason);
    if (data.isEmpty) return this.#renderNotice(data.ids.length > 0 ? terms.noData : terms.noMeter);
    return this.#renderChart(twin, data);
  }

  #renderHeading(caption: unknown, figures: unknown): TemplateResult {
    return html`<div class="heading" part="heading">
      <div class="title">
        <h3 id="title">${this.#twin.terms.powerTitle}</h3>
        <span class="caption">${caption}</span>
      </div>
      ${figures}
    </div>`;
  }

  #renderNotice(notice: unknown): TemplateResult {
    return html`${this.#renderHeading(nothing, nothing)}
      <p>${notice}</p>`;
  }

  #renderLoading(): TemplateResult {
    const bones = html`<dl aria-hidden="true">
      ${[0, 1, 2, 3].map(() => html`<span class="bone"></span>`)}
    </dl>`;
    return html`${this.#renderHeading(this.#twin.terms.loading, bones)}<span
        class="bone plot"
        aria-hidden="true"
      ></span>`;
  }

  #renderChart(twin: Twin, data: PowerData): TemplateResult {
    const { language, terms, timeZone } = this.#twin;
    const now = twin.clock.now();
    const { from, to } = this.#range.interval;
    const time = Math.min(Math.max(this.#cursor.time ?? now, from), to);
    const figures = powerFigures({
      data,
      range: this.#range,
      now,
      timeZone,
      silentSince: data.silentSince(twin, now),
      language,
    });
    return html`${this.#renderHeading(
        powerCaption(twin, this.equipment, data, this.#range, language),
        html`<dl>${figures.map((one) => renderFigure(one))}</dl>`,
      )}
      <div
        class="plot"
        part="plot"
        role="slider"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.powerKeys}
        aria-valuemin=${from}
        aria-valuemax=${to}
        aria-valuenow=${time}
        aria-valuetext=${`${language.formats.time(time, timeZone)}${terms.pause}${powerReadout(data, this.#range.steps, time, now, language)}`}
        @keydown=${this.#onKey}
      >
        ${chartLayers({
          point: (x) => this.#cursor.move(this.#axis().time(x - edge)),
          leave: () => this.#cursor.clear(),
        })}
      </div>
      ${dataTable(
        this.showsTable ? terms.hideTable : terms.showTable,
        this.showsTable,
        () => (this.showsTable = !this.showsTable),
        () => powerTable(this.#range.steps, data, timeZone, language),
      )}`;
  }
}

function renderFigure({ text, unit, caption, isStale }: PowerFigure): TemplateResult {
  return html`<div class="figure" part="figure">
    <dt>${caption}</dt>
    <dd class=${isStale ? 'stale' : ''}>${text}<span class="unit">${unit}</span></dd>
  </div>`;
}

define('twin-power', TwinPower);

declare global {
  interface HTMLElementTagNameMap {
    'twin-power': TwinPower;
  }
}
