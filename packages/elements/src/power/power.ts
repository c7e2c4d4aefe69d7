import type { Interval, Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CursorController } from '../charts/cursor-controller.js';
import { ChartLayers, chartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import { LazyTable } from '../charts/lazy-table.js';
import { notice } from '../charts/notice.js';
import { TimeAxis } from '../charts/time-axis.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { intervalOf } from '../internal/range.js';
import { powerCaption } from './power-caption.js';
import { PowerData } from './power-data.js';
import { figureList, powerFigures } from './power-figures.js';
import { edge, type PlotArea, plotArea } from './power-area.js';
import { movedPowerCursor } from './power-keys.js';
import { PowerRange } from './power-range.js';
import { powerReadout } from './power-readout.js';
import { PowerParts } from './power-parts.js';
import type { PowerTableInput } from './power-table.js';
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
 * where power is measured. What was not measured is a gap. What the open window will be is dashed, with a fan as wide as
 * the load was in the window before. Where the workshop file has a tariff, its bands stand above and behind. Cursor and
 * zoom are shared with the other charts of the twin.
 *
 * Keys: left and right by a pixel of the line, with Shift by one demand window, Home and End; Escape takes the cursor away.
 *
 * @tag twin-power
 *
 * @csspart heading - Title and figures.
 * @csspart figure - Each figure above the chart.
 * @csspart plot - The chart.
 * @csspart table - The table behind the chart.
 *
 * @cssproperty [--twin-power-height=300px] - Height of the chart with its labels.
 */
export class TwinPower extends LitElement {
  static override styles = [hostStyles, layerStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(this, () => this.#twin.twin);
  readonly #layers = new ChartLayers({
    below: { paint: (context, width, height) => this.#paint(context, width, height, 'paintBelow') },
    above: {
      paint: (context, width, height) => this.#paint(context, width, height, 'paintAbove'),
      showsCursor: true,
    },
  });
  #data: PowerData | undefined;
  readonly #range = new PowerRange();
  #family = '';

  readonly #table = new LazyTable<PowerTableInput>(this, async () => {
    const [{ powerTable }, { dataTableStyles }] = await Promise.all([
      import('./power-table.js'),
      import('../charts/data-table.styles.js'),
    ]);
    adoptStyles(this, dataTableStyles);
    return powerTable;
  });
  readonly #parts = new PowerParts(() => this.requestUpdate());
  #shown: Interval = { from: 0, to: 1 };

  /** Id of a meter, a machine, a line or a workshop; `selected`: the selected one. Default: the whole workshop. */
  @property() equipment = '';

  /** Time to show: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** `wall`: load and demand with the chart alone, to be read from afar. Default: `comfortable`. */
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
    new SignalsController(this, { twin, visible, addresses: () => this.#addresses() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layers.dispose();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { twin } = this.#twin;
    const id = this.#id();
    this.#data = twin && id !== undefined && !this.locked ? new PowerData(twin, id) : undefined;
    if (!twin || !this.#data) return;
    const { colours, language } = this.#twin;
    const word = this.range || this.#twin.range;
    const interval = intervalOf(twin, word);
    this.#shown = this.#cursor.shown(interval, word);
    if (this.#visibility.visible) this.#parts.load(twin, interval);
    const parts = [
      this.#shown.from,
      this.#shown.to,
      this.#parts.tariff !== undefined,
      this.#parts.forecasts !== undefined,
      this.#parts.picture !== undefined,
    ];
    const look = [colours.revision, language.tag, ...parts].join();
    this.#range.read(this.#data, interval, twin.clock.now(), this.#layers.width, look);
  }

  /** The equipment to show, empty for the whole workshop; `undefined` where there is none. */
  #id(): string | undefined {
    return this.equipment === '' ? '' : this.#twin.equipment(this.equipment)?.id;
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
    const id = this.#id();
    const roots = id === undefined ? [] : id ? [id] : twin.tree.roots;
    return roots.flatMap((root) => [root, ...twin.tree.workUnits(root)]);
  }

  #area(canvasWidth: number, canvasHeight: number): PlotArea {
    const hasTariff = (this.#twin.twin?.workshop.energy.tariffs.length ?? 0) > 0;
    return plotArea(canvasWidth, canvasHeight, this.#data?.limit !== undefined, hasTariff);
  }

  #axis(): TimeAxis {
    return new TimeAxis(this.#shown, this.#area(this.#layers.width, 0).width);
  }

  #paint(
    context: CanvasRenderingContext2D,
    canvasWidth: number,
    canvasHeight: number,
    part: 'paintBelow' | 'paintAbove',
  ): void {
    const { twin, language, colours, timeZone } = this.#twin;
    const { picture } = this.#parts;
    const data = this.#data;
    if (!twin || !data || !picture) return;
    const now = twin.clock.now();
    const cursor = this.#cursor.time;
    const view = picture.view({
      data,
      range: this.#range,
      parts: this.#parts,
      shown: this.#shown,
      area: this.#area(canvasWidth, canvasHeight),
      axis: this.#axis(),
      timeZone,
      now,
      cursor,
      readout: cursor === undefined ? '' : this.#words(data, cursor, now),
      language,
      colours,
      family: this.#family,
    });
    picture.plot[part](context, view);
  }

  /** What holds at a time: load, demand and the band of the tariff. */
  #words(data: PowerData, time: number, now: number): string {
    const { language } = this.#twin;
    const band = this.#parts.tariff?.words(time, language);
    const readout = powerReadout(data, this.#range.steps, time, now, language);
    return band ? `${readout}, ${band}` : readout;
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
    if (this.locked) return this.#renderNotice(terms.noPermission);
    if (loading) return this.#renderLoading();
    if (twin && this.equipment === 'selected' && this.#id() === undefined)
      return this.#renderNotice(terms.noSelection);
    const reason = notice(this.#twin, this.#id() ?? this.equipment);
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
    const { from, to } = this.#shown;
    const time = Math.min(Math.max(this.#cursor.time ?? now, from), to);
    const isLong = to - from > 86_400_000;
    const clock = isLong ? language.formats.dateTime(time, timeZone) : language.formats.time(time, timeZone);
    const { interval } = this.#range;
    // The figures are of the whole range; its end at a moment that goes on has a price too.
    const currency = this.#parts.tariff?.currency(Math.min(interval.to - 1, Math.max(interval.from, now)));
    const figures = powerFigures({
      data,
      range: this.#range,
      now,
      timeZone,
      silentSince: data.silentSince(twin, now),
      language,
    });
    return html`${this.#renderHeading(
        powerCaption(twin, this.#id() ?? '', data, this.#range, currency, language),
        figureList(figures),
      )}
      <div
        class="plot"
        part="plot"
        role="slider"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.powerKeys}
        aria-valuemin="0"
        aria-valuemax=${minutes(to - from)}
        aria-valuenow=${minutes(time - from)}
        aria-valuetext=${`${clock}${terms.pause}${this.#words(data, time, now)}`}
        @keydown=${this.#onKey}
      >
        ${chartLayers({
          point: (x) => this.#cursor.move(this.#axis().time(x - edge)),
          leave: () => this.#cursor.clear(),
        })}
      </div>
      ${this.#table.render(terms, {
        steps: this.#range.steps,
        window: data.window,
        tariff: this.#parts.tariff,
        timeZone,
        language,
      })}`;
  }
}

/** The slider counts minutes from the start: a value in milliseconds would be another one at each reading. */
function minutes(milliseconds: number): number {
  return Math.floor(milliseconds / 60_000);
}

define('twin-power', TwinPower);

declare global {
  interface HTMLElementTagNameMap {
    'twin-power': TwinPower;
  }
}
