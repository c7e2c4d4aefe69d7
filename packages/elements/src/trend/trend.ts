import { type Interval, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CursorController } from '../charts/cursor-controller.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { ChartLayers, chartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import { LazyTable } from '../charts/lazy-table.js';
import { notice } from '../charts/notice.js';
import { TimeAxis } from '../charts/time-axis.js';
import { zoneOf } from '../charts/zone.js';
import { ChartZoom } from '../charts/zoom.js';
import { zoomControls, zoomStyles } from '../charts/zoom-controls.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { property } from '../internal/property.js';
import { properties } from '../internal/properties.js';
import { intervalOf } from '../internal/range.js';
import { trendTerms } from '../locales/en/trend.js';
import { type CounterView, type TrendLine, trendLines } from './trend-data.js';
import { TrendPlot } from './trend-plot.js';
import { type Extent, extentOf, type TrendFrame, trendFrame } from './trend-range.js';
import type { TrendTableGiven } from './trend-table.js';
import { extentText, lineFigure, namedLimits, sparkView, trendReadout } from './trend-words.js';
import { styles } from './trend.styles.js';

addEnglish(trendTerms);

/**
 * @summary How signals of one machine went: measured values, or counters as rate or total, with limits.
 *
 * A line is drawn from least and largest value of each pixel, so no peak is lost; a gap is a gap, and nothing is drawn
 * once the source is silent. Cursor and zoom are shared with the other charts of the twin: Ctrl or Cmd with the wheel
 * zooms, Shift with the wheel or dragging moves.
 *
 * Keys: left and right by one observation, with Shift by a label of the axis, Home and End; plus and minus zoom, 0 shows
 * the whole range; Escape takes the cursor away.
 *
 * @tag twin-trend
 *
 * @csspart heading - Title and figures.
 * @csspart figure - The value of each signal.
 * @csspart plot - The chart.
 * @csspart zoom - Buttons that zoom.
 * @csspart table - The table behind the chart.
 */
export class TwinTrend extends LitElement {
  static override styles = [hostStyles, dataTableStyles, layerStyles, zoomStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(this, () => this.#twin.twin);
  readonly #zoom = new ChartZoom(this.#cursor, () => {
    const { twin, language, timeZone } = this.#twin;
    const frame = this.#frame;
    return frame && { ...frame, range: this.#range, now: twin?.clock.now() ?? 0, language, timeZone };
  });
  readonly #table = new LazyTable<TrendTableGiven>(
    this,
    async () => (await import('./trend-table.js')).trendTable,
  );
  readonly #plot = new TrendPlot();
  readonly #layers = new ChartLayers({
    below: { paint: (context, width, height) => this.#paint('paintBelow', context, width, height) },
    above: {
      paint: (context, width, height) => this.#paint('paintAbove', context, width, height),
      showsCursor: true,
    },
  });
  #range: Interval = { from: 0, to: 1 };
  #lines: readonly TrendLine[] = [];
  #extent: Extent | undefined;
  #content = '';
  /** As last painted. */
  #frame: TrendFrame | undefined;
  #family = '';

  /** Id of an equipment; `selected`: the one that is selected. */
  @property() equipment = '';

  /** Names of one or several signals with blanks between, e.g. `temperature`. Several share the unit of the first. */
  @property() signal = '';

  /** How a counter is shown: `rate`, what came in an hour, or `total`, what came since the range began. */
  @property() as: CounterView = 'rate';

  /** A limit that the values should stay above, in their unit. Default: none. */
  @property({ type: Number }) low: number | undefined;

  /** A limit that the values should stay below, in their unit. Default: none. */
  @property({ type: Number }) high: number | undefined;

  /** Height of the chart in px, 120 or more; of a spark 40 to 64. Default 200, of a spark 48. */
  @property({ type: Number }) height: number | undefined;

  /** Shows the line and its last value only, for rows and tiles. */
  @property({ type: Boolean }) spark = false;

  /** Leaves the last value of a spark out, where it stands beside it already. */
  @property({ type: Boolean, attribute: 'no-value' }) noValue = false;

  /** Shows a sentence in the place of data that the reader may not see. */
  @property({ type: Boolean }) locked = false;

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
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => this.#lines.map(({ address }) => address),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layers.dispose();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { twin, language, colours } = this.#twin;
    const equipment = this.#twin.equipment(this.equipment);
    this.#lines = [];
    if (!twin || !equipment || this.locked) return;
    const word = this.range || this.#twin.range;
    this.#range = intervalOf(twin, word);
    const { from, to } = this.#cursor.shown(this.#range, word);
    const request = {
      equipment: equipment.id,
      signals: this.signal,
      counters: this.as,
      range: this.#range,
    };
    this.#lines = trendLines(twin, request, language);
    const now = twin.clock.now();
    const pixel = Math.floor((now / (to - from)) * this.#layers.width * devicePixelRatio);
    const data = this.#lines.map(
      ({ address, revision, knownUntil }) => `${address} ${revision} ${knownUntil}`,
    );
    const look = [colours.revision, language.tag, this.as, this.low, this.high, this.spark, this.height];
    const content = [...data, from, to, this.#range.from, pixel, ...look].join();
    if (content === this.#content) return;
    this.#content = content;
    this.#extent = extentOf(this.#lines, this.#range, now);
  }

  protected override updated(): void {
    this.#family ||= getComputedStyle(this).fontFamily;
    this.#layers.update(this.shadowRoot, this.#content);
  }

  #paint(
    paint: 'paintBelow' | 'paintAbove',
    context: CanvasRenderingContext2D,
    width: number,
    height: number,
  ): void {
    const { twin, language, colours, timeZone } = this.#twin;
    const lines = this.#lines;
    const extent = this.#extent;
    if (!twin || !extent) return;
    const limits = namedLimits(this, lines[0].unit, language);
    const isBare = this.spark;
    const { from, to } = this.#range;
    // A spark has no axis that says what of it is still to come, so it ends now.
    const soFar = { from, to: Math.max(from + 1, Math.min(to, twin.clock.now())) };
    const shown = isBare ? soFar : this.#cursor.shown(this.#range);
    const values = limits.map(({ value }) => value);
    const given = { extent, limits: values, lines, shown, isBare, formats: language.formats };
    const frame = trendFrame(given, width, height);
    this.#frame = frame;
    context.translate(frame.left, frame.top);
    const cursor = this.#cursor.time;
    const now = twin.clock.now();
    this.#plot[paint](context, {
      ...frame,
      zone: zoneOf(timeZone),
      language,
      colours,
      lines,
      limits,
      unit: lines[0].unit,
      now,
      cursor,
      readout: cursor === undefined ? '' : trendReadout(lines, cursor, now, language),
      isBare,
      family: this.#family,
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { twin } = this.#twin;
    const [first] = this.#lines;
    if (!twin || !first || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') this.#cursor.clear();
    else if (!this.#zoom.key(event)) {
      if (!/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) return;
      void import('./trend-keys.js').then(({ movedTrendCursor }) => {
        const { time } = this.#cursor;
        const axis = this.#frame?.axis ?? new TimeAxis(this.#range, 0);
        const next = movedTrendCursor(event, time, axis, first, this.#range, twin.clock.now());
        if (next === undefined) return;
        this.#cursor.move(next);
        this.#zoom.reveal(next);
      });
    }
    event.preventDefault();
  };

  protected override render(): TemplateResult {
    const { twin, loading, terms } = this.#twin;
    const size = { '--_height': `${this.height ?? (this.spark ? 48 : 200)}px` };
    if (loading) return html`<div class="plot" ${properties(size)}><span class="bone"></span></div>`;
    const reason = this.locked ? terms.noPermission : notice(this.#twin, this.equipment || '-');
    if (reason || !twin) return html`<p class="quiet">${reason}</p>`;
    if (this.#lines.length === 0) return html`<p class="quiet">${terms.noSignal(this.signal)}</p>`;
    return this.spark
      ? sparkView(this.#lines[0], twin.clock.now(), size, this.#twin.language, this.noValue)
      : this.#renderChart(size);
  }

  #renderChart(size: Record<`--_${string}`, string>): TemplateResult {
    const { twin, terms, language, timeZone } = this.#twin;
    const lines = this.#lines;
    const now = twin?.clock.now() ?? 0;
    const { from, to } = this.#range;
    const time = Math.min(Math.max(this.#cursor.time ?? now, from), to);
    const equipment = this.#twin.equipment(this.equipment);
    const name = equipment ? textIn(equipment.name, language.tag) : '';
    const isSingle = lines.length === 1;
    const extent = this.#extent ? extentText(this.#extent, lines[0].unit, language) : '';
    const title = isSingle ? lines[0].label : name;
    const clock = language.formats.time(time, timeZone);
    return html`<div class="heading" part="heading">
        <div>
          <h3 id="title">${title}</h3>
          <span class="caption"
            >${[isSingle ? name : terms.atTime(clock), extent].filter(Boolean).join(' · ')}</span
          >
        </div>
        <dl>${lines.map((line) => lineFigure(line, time, isSingle, timeZone, language))}</dl>
        ${this.#extent ? zoomControls(this.#zoom, terms) : nothing}
      </div>
      ${
        this.#extent
          ? html`<div
                class="plot"
                part="plot"
                ${properties(size)}
                role="slider"
                tabindex="0"
                aria-labelledby="title"
                aria-description=${terms.signalTrendKeys}
                aria-valuemin=${from}
                aria-valuemax=${to}
                aria-valuenow=${time}
                aria-valuetext=${`${clock}${terms.pause}${trendReadout(lines, time, now, language)}`}
                @keydown=${this.#onKey}
                @pointerenter=${this.#zoom.approach}
              >
                ${chartLayers({
                  point: (x) => this.#frame && this.#cursor.move(this.#frame.axis.time(x - this.#frame.left)),
                  leave: () => this.#cursor.clear(),
                })}
              </div>
              ${this.#table.render(terms, {
                lines,
                axis: this.#frame?.axis ?? new TimeAxis(this.#cursor.shown(this.#range), 800),
                now,
                timeZone,
                language,
                title,
              })}`
          : html`<p class="quiet">${terms.noData}</p>`
      }`;
  }
}

define('twin-trend', TwinTrend);

declare global {
  interface HTMLElementTagNameMap {
    'twin-trend': TwinTrend;
  }
}
