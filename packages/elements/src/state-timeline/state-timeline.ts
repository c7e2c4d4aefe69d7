import { type Interval, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { CursorController } from '../charts/cursor-controller.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { foldableTime } from '../charts/folds.js';
import { ChartLayers } from '../charts/layers.js';
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
import { property } from '../internal/property.js';
import { intervalOf } from '../internal/range.js';
import { stateStyles } from '../internal/state.styles.js';
import { styles } from './state-timeline.styles.js';
import { timelineContent } from './timeline-content.js';
import { TimelineInput } from './timeline-input.js';
import { TimelinePlot } from './timeline-plot.js';
import { edge, type TimelineRows, timelineRows } from './timeline-rows.js';
import { placeLine, placeStrips, timelineStrips } from './timeline-strips.js';
import type { TimelineScene, TimelineView } from './timeline-view.js';
import { TimelineWords } from './timeline-words.js';
import { addEnglish } from '../internal/language.js';
import { timelineTerms } from '../locales/en/timeline.js';

addEnglish(timelineTerms);

/** Signals of each machine that a timeline shows. */
const followed = ['state', 'reason', 'conditions', 'comment'];

/**
 * @summary What each machine did, as rows of bars on one time axis, with what it does now named beside it.
 *
 * Non-working time is folded, short intervals are merged into columns with their true shares, a fault is never
 * hidden. The cursor is shared with the other charts of the twin; the column at the right answers for each row at
 * the cursor, or for now. The clock of the twin rules: an hour ago nothing right of that hour is shown.
 *
 * A mark beside the name says that a machine has alarms at that moment, and how urgent; it flashes while nobody has
 * acknowledged them, unless the reader wants no motion. Reasons, alarms and comments (signals `reason`, `conditions`, `comment`) stand under the bars. What has no room is left
 * out, but of an alarm its shape stays, or a tick.
 *
 * Ctrl or Cmd with the wheel zooms, Shift with the wheel or dragging moves, two fingers do both; the plain wheel scrolls
 * the page. All charts of the twin zoom together. `range` stays what it is, and so do the figures of other elements; the
 * running share is that of the time shown.
 *
 * Keys: left and right by one observation of the machine, with Shift by one state, Page Up and Page Down by one
 * label of the axis, Home and End; up and down change the machine, Enter selects it, Escape takes the cursor away. Plus
 * and minus zoom at the cursor, 0 shows the whole range; then Page Up and Page Down turn the page.
 *
 * @tag twin-state-timeline
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose a machine.
 *
 * @csspart heading - Title and number of machines.
 * @csspart zoom - Buttons that zoom.
 * @csspart plot - Axis and bars.
 * @csspart row - Name and read-out of one machine.
 * @csspart table - The table behind the chart.
 */
export class TwinStateTimeline extends LitElement {
  static override styles = [hostStyles, stateStyles, dataTableStyles, layerStyles, zoomStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #cursor = new CursorController(
    this,
    () => this.#twin.twin,
    ({ selection }) => selection.subscribe(() => this.requestUpdate()),
  );
  readonly #zoom = new ChartZoom(this.#cursor, () => {
    const scene = this.#scene();
    return scene && { ...scene, now: scene.twin.clock.now(), left: edge, timeZone: this.#twin.timeZone };
  });
  readonly #input = new TimelineInput(this, this.#cursor, this.#zoom, () => this.#scene());
  readonly #table = new LazyTable<TimelineScene>(
    this,
    async () => (await import('./timeline-table.js')).timelineTable,
  );
  readonly #words = new TimelineWords(this.#input, () => this.requestUpdate());
  readonly #plot = new TimelinePlot(() => {
    this.#loaded++;
    this.requestUpdate();
  });
  readonly #layers = new ChartLayers({
    below: {
      paint: (context, width, _height, ratio, strip) =>
        this.#paint(width, (view) => this.#plot.paintBars(context, ratio, view, strip)),
    },
    words: {
      paint: (context, width, _height, _ratio, strip) =>
        this.#paint(width, (view) => this.#plot.paintWords(context, view, strip)),
    },
    above: {
      paint: (context, width) => this.#paint(width, (view) => this.#plot.paintAxis(context, view)),
      showsCursor: true,
    },
  });
  #rows: TimelineRows | undefined;
  /** What the rows are of: a twin and an equipment. */
  #rowsOf: readonly unknown[] = [];
  #addresses: readonly string[] = [];
  /** The grid that the measures of the rows were written to. */
  #measured: HTMLElement | undefined;
  /** How many parts were loaded after the first paint. */
  #loaded = 0;
  #range: Interval = { from: 0, to: 1 };
  #axis: TimeAxis | undefined;
  #isMoving = false;
  /** Where the live edge stood when it was last painted, and the moment of that. */
  #liveEdge = '';
  #seen = 0;
  #family = '';

  /** Id of a machine, a line or a workshop; `selected`: what is selected. Default: all machines. */
  @property() equipment = '';

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
    new ClockController(this, { twin, visible, tick: () => this.#onTick() });
    new SignalsController(this, { twin, visible, addresses: () => this.#addresses });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#words.dispose();
    this.#plot.dispose();
    this.#layers.dispose();
  }

  protected override willUpdate(): void {
    const { twin } = this.#twin;
    const equipment = this.locked ? undefined : this.equipment && this.#twin.equipment(this.equipment)?.id;
    if (twin !== this.#rowsOf[0] || equipment !== this.#rowsOf[1]) {
      this.#rows = twin && equipment !== undefined ? timelineRows(twin, equipment) : undefined;
      this.#rowsOf = [twin, equipment];
      this.#addresses = (this.#rows?.rows ?? []).flatMap(({ id }) => followed.map((name) => `${id}/${name}`));
      this.#input.active = 0;
      this.#measured = undefined;
      this.#words.reset();
    }
    const before = this.#axis?.interval;
    this.#axis = twin && this.#rows ? this.#makeAxis(twin, this.#rows) : undefined;
    const { from, to } = this.#axis?.interval ?? {};
    this.#isMoving = from !== before?.from || to !== before?.to;
    this.#seen = twin?.clock.now() ?? 0;
  }

  protected override updated(): void {
    const scene = this.#scene();
    const grid = this.renderRoot.querySelector<HTMLElement>('.grid');
    if (grid && scene) {
      const { twin, rows, axis } = scene;
      if (this.#measured !== grid) {
        this.#measured = grid;
        placeStrips(grid, rows);
      }
      const active = rows.rows[this.#input.active];
      if (active && !rows.hasNames) grid.style.setProperty('--_top', `${active.top + rows.pitch / 2}px`);
      placeLine(grid, 'now', twin.clock.now(), axis);
      placeLine(grid, 'cursor', this.#cursor.time, axis);
    }
    if (scene && this.#visibility.visible) scene.alarms?.dressAlarms(this, scene.twin, scene.language);
    this.#family ||= getComputedStyle(this).fontFamily;
    this.#layers.update(
      this.shadowRoot,
      scene ? timelineContent(scene, this.#twin.colours.revision + this.#loaded) : '',
    );
  }

  #scene(): TimelineScene | undefined {
    const { twin, language } = this.#twin;
    const rows = this.#rows;
    const axis = this.#axis;
    const alarms = twin && rows && this.#plot.alarmsFor(twin, rows);
    return twin && rows && axis && { twin, rows, axis, range: this.#range, language, alarms };
  }

  #makeAxis(twin: Twin, rows: TimelineRows): TimeAxis {
    const word = this.range || this.#twin.range;
    this.#range = intervalOf(twin, word);
    const interval = this.#cursor.shown(this.#range, word);
    const width = Math.max(0, this.#layers.width - 2 * edge);
    const series = rows.rows.map(({ id }) => twin.seriesOf(id, 'state', 'state'));
    const planned = twin.calendar.planned(interval);
    const folds = foldableTime(interval, planned, series, twin.clock.now());
    return new TimeAxis(interval, width, folds);
  }

  #paint(width: number, paint: (view: TimelineView) => void): void {
    const { twin, colours, timeZone } = this.#twin;
    if (twin && this.#rows && this.#axis?.width !== width - 2 * edge) {
      this.#axis = this.#makeAxis(twin, this.#rows);
      // The shares of the rows depend on what is folded, and that on the width.
      this.requestUpdate();
    }
    const scene = this.#scene();
    if (!scene) return;
    paint({
      ...scene,
      zone: zoneOf(timeZone),
      now: scene.twin.clock.now(),
      cursor: this.#cursor.time,
      signs: this.#plot.signsFor(scene),
      colours,
      family: this.#family,
    });
  }

  /** Live edges move in whole pixels, durations in minutes, shares in tenths: nothing new is seen in between. */
  #onTick(): void {
    const { twin } = this.#twin;
    const axis = this.#axis;
    if (!twin || !axis) return;
    const now = twin.clock.now();
    const liveEdge = `${Math.floor(now * axis.scale * devicePixelRatio)} ${Math.floor(now / 60_000)}`;
    const shareGrows = Math.abs(now - this.#seen) * 2000 > now - axis.interval.from;
    if (liveEdge === this.#liveEdge && !shareGrows) return;
    this.#liveEdge = liveEdge;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { loading, terms } = this.#twin;
    const scene = this.#scene();
    if (loading) return this.#renderLoading();
    const reason = this.locked ? terms.noPermission : notice(this.#twin, this.equipment);
    if (reason || !scene) return this.#renderNotice(reason);
    if (scene.rows.rows.length === 0) return this.#renderNotice(terms.noMachines);
    return this.#renderChart(scene);
  }

  #renderHeading(caption: unknown, controls: unknown = nothing): TemplateResult {
    return html`<div class="heading" part="heading">
      <h3 id="title">${this.#twin.terms.stateTimeline}</h3>
      <span class="label">${caption}</span>${controls}
    </div>`;
  }

  #renderNotice(notice: unknown): TemplateResult {
    return html`${this.#renderHeading(nothing)}
      <p class="notice">${notice}</p>`;
  }

  #renderLoading(): TemplateResult {
    return html`${this.#renderHeading(this.#twin.terms.loading)}
      <div aria-hidden="true">
        ${[0, 1, 2, 3].map(
          () => html`<div class="row bones"><span class="bone"></span><span class="bone wide"></span></div>`,
        )}
      </div>`;
  }

  #renderChart(scene: TimelineScene): TemplateResult {
    const { rows, language } = scene;
    const { terms } = language;
    const one = this.#twin.equipment(this.equipment);
    const name = one ? textIn(one.name, language.tag) : '';
    const count = rows.rows.length;
    const caption = [name, terms.machineCount(count)].filter(Boolean).join(', ');
    return html`${this.#renderHeading(caption, zoomControls(this.#zoom, terms))}
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.timelineKeys}
        aria-rowcount=${count + 1}
        aria-activedescendant=${`row-${this.#input.active}`}
        @keydown=${this.#input.key}
      >
        ${this.#words.render(scene, {
          cursor: this.#cursor.time,
          isMoving: this.#isMoving,
          shows: (strip) => this.#layers.shows('below', strip),
        })}
        ${timelineStrips(rows, this.#input)}
      </div>
      ${this.#table.render(terms, scene)}`;
  }
}

define('twin-state-timeline', TwinStateTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'twin-state-timeline': TwinStateTimeline;
  }
}
