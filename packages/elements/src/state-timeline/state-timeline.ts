import { type Interval, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type ChartCursor, cursorOf } from '../charts/cursor.js';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { foldableTime } from '../charts/folds.js';
import { ChartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import { TimeAxis } from '../charts/time-axis.js';
import { zoneOf } from '../charts/zone.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { announce } from '../internal/announce.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { intervalOf } from '../internal/range.js';
import { stateStyles } from '../internal/state.styles.js';
import { styles } from './state-timeline.styles.js';
import { movedCursor } from './timeline-keys.js';
import { TimelinePlot } from './timeline-plot.js';
import { rowReadout } from './timeline-readout.js';
import { timelineRow } from './timeline-row.js';
import { edge, type TimelineRows, timelineRows } from './timeline-rows.js';
import { timelineTable } from './timeline-table.js';
import type { TimelineView } from './timeline-view.js';
import { addEnglish } from '../internal/language.js';
import { timelineTerms } from '../locales/en/timeline.js';

addEnglish(timelineTerms);

/** How often the words of rows are written that nobody reads: those off the screen, and all while the time is moved. */
const restOfWords = 250;

/**
 * @summary What each machine did, as rows of bars on one time axis, with what it does now named beside it.
 *
 * Non-working time is folded, short intervals are merged into columns with their true shares, a fault is never
 * hidden. The cursor is shared with the other charts of the twin; the column at the right answers for each row at
 * the cursor, or for now. The clock of the twin rules: an hour ago nothing right of that hour is shown.
 *
 * Keys: left and right by one observation of the machine, with Shift by one state, Page Up and Page Down by one
 * label of the axis, Home and End; up and down change the machine, Enter selects it, Escape takes the cursor away.
 *
 * @tag twin-state-timeline
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose a machine.
 *
 * @csspart heading - Title and number of machines.
 * @csspart plot - Axis and bars.
 * @csspart row - Name and read-out of one machine.
 * @csspart table - The table behind the chart.
 */
export class TwinStateTimeline extends LitElement {
  static override styles = [hostStyles, stateStyles, dataTableStyles, layerStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #plot = new TimelinePlot();
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
  #rowsOf: unknown[] = [];
  #addresses: readonly string[] = [];
  /** The grid that the measures of the rows were written to. */
  #measured: HTMLElement | undefined;
  #axis: TimeAxis | undefined;
  /** Moment of the page at which the words of all rows were last written. */
  #wordsWritten = -Infinity;
  #wordsTimer: ReturnType<typeof setTimeout> | undefined;
  #isMoving = false;
  #cursor: ChartCursor | undefined;
  #followed: Twin | undefined;
  #ends: (() => void)[] = [];
  #active = 0;
  /** Where the live edge stood when it was last painted. */
  #liveEdge = '';
  #family = '';

  @query('.grid') private grid!: HTMLElement | null;
  @state() private showsTable = false;

  /** Id of a machine, a line or a workshop. Default: all machines. */
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
    new ClockController(this, { twin, visible, tick: () => this.#onTick() });
    new SignalsController(this, { twin, visible, addresses: () => this.#addresses });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
    clearTimeout(this.#wordsTimer);
    this.#wordsTimer = undefined;
    this.#layers.dispose();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { twin } = this.#twin;
    if (twin !== this.#followed || !this.isConnected) this.#follow(twin);
    const rowsOf = [twin, this.equipment];
    if (rowsOf.some((one, index) => one !== this.#rowsOf[index])) {
      const isKnown = twin && (this.equipment === '' || twin.tree.has(this.equipment));
      this.#rows = isKnown ? timelineRows(twin, this.equipment) : undefined;
      this.#rowsOf = rowsOf;
      this.#addresses = (this.#rows?.rows ?? []).flatMap(({ id }) => [
        `${id}/state`,
        `${id}/reason`,
        `${id}/conditions`,
      ]);
      this.#active = 0;
      this.#measured = undefined;
      this.#wordsWritten = -Infinity;
    }
    if (changed.has('range')) this.#liveEdge = '';
    const before = this.#axis?.interval;
    this.#axis = twin && this.#rows ? this.#makeAxis(twin, this.#rows) : undefined;
    const { from, to } = this.#axis?.interval ?? {};
    this.#isMoving = from !== before?.from || to !== before?.to;
  }

  protected override updated(): void {
    const rows = this.#rows;
    if (this.grid && rows) {
      if (this.#measured !== this.grid) this.#measure(this.grid, rows);
      const active = rows.rows[this.#active];
      if (active && !rows.hasNames) this.grid.style.setProperty('--_top', `${active.top + rows.pitch / 2}px`);
    }
    this.#family ||= getComputedStyle(this).fontFamily;
    this.#layers.update(this.shadowRoot, this.#contentKey());
    this.#placeLine('now', this.#twin.twin?.clock.now());
    this.#placeLine('cursor', this.#cursor?.time);
  }

  #measure(grid: HTMLElement, { height, pitch, gap, strips }: TimelineRows): void {
    this.#measured = grid;
    grid.style.setProperty('--_height', `${height}px`);
    grid.style.setProperty('--_pitch', `${pitch}px`);
    grid.style.setProperty('--_group-gap', `${gap}px`);
    for (const name of ['below', 'words']) {
      grid.querySelectorAll<HTMLElement>(`canvas.${name}`).forEach(({ style }, strip) => {
        const { top, bottom } = strips[strip];
        style.setProperty('--_strip-top', `${top}px`);
        style.setProperty('--_strip-height', `${bottom - top}px`);
      });
    }
  }

  /** The lines are elements, so that a cursor that moves does not paint canvases as high as all rows. */
  #placeLine(name: string, time: number | undefined): void {
    const line = this.renderRoot.querySelector<HTMLElement>(`.line.${name}`);
    const axis = this.#axis;
    if (!line || !axis) return;
    const isShown = time !== undefined && time >= axis.interval.from && time <= axis.interval.to;
    line.hidden = !isShown;
    if (isShown) line.style.setProperty('--_x', `${Math.round(axis.x(time) - 0.5) + edge}px`);
  }

  #contentKey(): string {
    const { twin, language, colours } = this.#twin;
    const axis = this.#axis;
    if (!twin || !this.#rows || !axis) return '';
    let revisions = 0;
    let silent = 0;
    for (const [index, { id }] of this.#rows.rows.entries()) {
      revisions += twin.seriesOf(id, 'state', 'state')?.contentRevision ?? 0;
      if (twin.freshness(`${id}/state`).freshness === 'stale') silent += index + 1;
      revisions += twin.seriesOf(id, 'reason', 'text')?.revision ?? 0;
      revisions += twin.seriesOf(id, 'conditions', 'condition')?.revision ?? 0;
    }
    const { from, to } = axis.interval;
    const pixel = Math.floor(twin.clock.now() * axis.scale * devicePixelRatio);
    return [
      from,
      to,
      axis.width,
      axis.folds.length,
      pixel,
      this.#rows.rows.length,
      revisions,
      silent,
      colours.revision,
      language.tag,
    ].join();
  }

  #interval(twin: Twin): Interval {
    return intervalOf(twin, this.range || this.#twin.range);
  }

  #makeAxis(twin: Twin, rows: TimelineRows): TimeAxis {
    const interval = this.#interval(twin);
    const width = Math.max(0, this.#layers.width - 2 * edge);
    const series = rows.rows.map(({ id }) => twin.seriesOf(id, 'state', 'state'));
    const planned = twin.calendar.planned(interval);
    const folds = foldableTime(interval, planned, series, twin.clock.now());
    return new TimeAxis(interval, width, folds);
  }

  #follow(twin: Twin | undefined): void {
    this.#release();
    if (!twin || !this.isConnected) return;
    this.#followed = twin;
    this.#cursor = cursorOf(twin);
    this.#ends = [
      this.#cursor.subscribe(() => this.requestUpdate()),
      twin.selection.subscribe(() => this.requestUpdate()),
    ];
  }

  #release(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#followed = undefined;
    this.#cursor = undefined;
  }

  #paint(width: number, paint: (view: TimelineView) => void): void {
    const view = this.#view(width);
    if (view) paint(view);
  }

  #view(width: number): TimelineView | undefined {
    const { twin, language, colours, timeZone } = this.#twin;
    const rows = this.#rows;
    if (!twin || !rows) return undefined;
    if (this.#axis?.width !== width - 2 * edge) {
      this.#axis = this.#makeAxis(twin, rows);
      // The shares of the rows depend on what is folded, and that on the width.
      this.requestUpdate();
    }
    return {
      twin,
      rows,
      axis: this.#axis,
      zone: zoneOf(timeZone),
      now: twin.clock.now(),
      cursor: this.#cursor?.time,
      language,
      colours,
      family: this.#family,
    };
  }

  /** Live edges move in whole pixels and durations in minutes: between them there is nothing new to see. */
  #onTick(): void {
    const { twin } = this.#twin;
    const axis = this.#axis;
    if (!twin || !axis) return;
    const now = twin.clock.now();
    const liveEdge = `${Math.floor(now * axis.scale * devicePixelRatio)} ${Math.floor(now / 60_000)}`;
    if (liveEdge === this.#liveEdge) return;
    this.#liveEdge = liveEdge;
    this.requestUpdate();
  }

  #select(index: number): void {
    const row = this.#rows?.rows[index];
    const { twin } = this.#twin;
    if (!row || !twin) return;
    this.#active = index;
    twin.selection.select(row.id);
    this.dispatchEvent(new TwinSelectEvent(row.id));
    this.requestUpdate();
  }

  #rowAt(y: number): number {
    const rows = this.#rows;
    return rows ? rows.rows.findIndex(({ top }) => y >= top && y < top + rows.pitch) : -1;
  }

  readonly #onPointer = (event: PointerEvent): void => {
    if (!this.#axis) return;
    // Rows without names say who they are while they are pointed at.
    if (this.#rows?.hasNames === false) this.#active = Math.max(0, this.#rowAt(event.offsetY));
    this.#cursor?.move(this.#axis.time(event.offsetX - edge));
    this.requestUpdate();
  };

  readonly #onLeave = (event: PointerEvent): void => {
    // A finger that is lifted leaves the cursor where it pointed.
    if (event.pointerType === 'mouse') this.#cursor?.clear();
  };

  readonly #onClick = (event: MouseEvent): void => {
    this.#select(this.#rowAt(event.offsetY));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { twin } = this.#twin;
    const rows = this.#rows;
    const axis = this.#axis;
    if (!twin || !rows || !axis || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === 'Escape') this.#cursor?.clear();
    else if (key === 'Enter' || key === ' ') this.#select(this.#active);
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const next = this.#active + (key === 'ArrowUp' ? -1 : 1);
      this.#active = Math.min(Math.max(next, 0), rows.rows.length - 1);
      this.requestUpdate();
    } else {
      const series = twin.seriesOf(rows.rows[this.#active]?.id ?? '', 'state', 'state');
      const time = movedCursor(event, this.#cursor?.time, axis, series, twin.clock.now());
      if (time === undefined) return;
      this.#cursor?.move(time);
    }
    event.preventDefault();
    this.#announce(twin, rows);
  };

  #announce(twin: Twin, { rows }: TimelineRows): void {
    const row = rows[this.#active];
    if (!row) return;
    const { language, timeZone } = this.#twin;
    const time = this.#cursor?.time ?? twin.clock.now();
    const readout = rowReadout(twin, row.id, time, language);
    const name = textIn(twin.tree.get(row.id).name, language.tag);
    const { terms, formats } = language;
    const sentence = readout
      ? terms.equipmentSentence(name, readout.word, readout.duration, readout.reason)
      : `${name}: ${terms.none}`;
    announce(`${formats.timeWithSeconds(time, timeZone)}${terms.pause}${sentence}`, language.tag);
  }

  protected override render(): TemplateResult {
    const { twin, loading, error, terms } = this.#twin;
    const rows = this.#rows;
    if (loading) return this.#renderLoading();
    if (error)
      return this.#renderNotice(
        html`${error} <button class="verb" @click=${() => this.#twin.retry()}>${terms.retry}</button>`,
      );
    if (!twin) return this.#renderNotice(terms.noTwin);
    if (!rows) return this.#renderNotice(terms.noEquipment(this.equipment));
    if (rows.rows.length === 0) return this.#renderNotice(terms.noMachines);
    return this.#renderChart(twin, rows);
  }

  #renderHeading(caption: unknown): TemplateResult {
    return html`<div class="heading" part="heading">
      <h3 id="title">${this.#twin.terms.stateTimeline}</h3>
      <span class="label">${caption}</span>
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

  /**
   * Says which rows have their words written now: those on the screen while the time stands, else all of them after
   * a rest. Who drags the time reads no words, and hundreds of rows cost more than the picture.
   */
  #worded(): (index: number) => boolean {
    const now = performance.now();
    const rest = this.#wordsWritten + restOfWords - now;
    const { strips = [], hasNames = false } = this.#rows ?? {};
    if (rest <= 0 || !hasNames) {
      this.#wordsWritten = now;
      return () => true;
    }
    this.#wordsTimer ??= setTimeout(() => {
      this.#wordsTimer = undefined;
      this.requestUpdate();
    }, rest);
    return (index) =>
      index === this.#active ||
      (!this.#isMoving &&
        strips.some(
          ({ first, end }, strip) => index >= first && index < end && this.#layers.shows('below', strip),
        ));
  }

  #renderChart(twin: Twin, { rows, strips, hasNames, hasLabels }: TimelineRows): TemplateResult {
    const { terms, language, formats, timeZone } = this.#twin;
    const name = this.equipment ? textIn(twin.tree.get(this.equipment).name, language.tag) : '';
    const caption = [name, terms.machineCount(rows.length)].filter(Boolean).join(', ');
    const cursor = this.#cursor?.time;
    const time = cursor ?? twin.clock.now();
    const clock = formats.time(time, timeZone);
    const shown = hasNames ? rows : rows.slice(this.#active, this.#active + 1);
    const first = hasNames ? 0 : this.#active;
    const isWorded = this.#worded();
    return html`${this.#renderHeading(caption)}
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.timelineKeys}
        aria-rowcount=${rows.length + 1}
        aria-activedescendant=${`row-${this.#active}`}
        @keydown=${this.#onKey}
      >
        <div class="head" role="row">
          <span role="columnheader" class="name"><span class="hidden-text">${terms.machine}</span></span>
          <span role="columnheader" class="state"
            >${cursor === undefined ? terms.nowAt(clock) : terms.atTime(clock)}</span
          >
          <span role="columnheader" class="share">${terms.runningShare}</span>
        </div>
        ${shown.map((row, index) =>
          isWorded(first + index)
            ? timelineRow({
                twin,
                row,
                index: first + index,
                time,
                axis: this.#axis,
                language,
                isActive: first + index === this.#active,
                isAlone: !hasNames,
                select: () => this.#select(first + index),
              })
            : noChange,
        )}
        <div
          class="plot"
          part="plot"
          aria-hidden="true"
          @pointermove=${this.#onPointer}
          @pointerdown=${this.#onPointer}
          @pointerleave=${this.#onLeave}
          @click=${this.#onClick}
        >
          ${strips.map(() => html`<canvas class="below"></canvas>`)}
          <div class="line now"></div>
          <div class="line cursor"></div>
          ${hasLabels ? strips.map(() => html`<canvas class="words"></canvas>`) : nothing}
          <canvas class="above"></canvas>
        </div>
      </div>
      ${dataTable(
        this.showsTable ? terms.hideTable : terms.showTable,
        this.showsTable,
        () => (this.showsTable = !this.showsTable),
        () => timelineTable(twin, rows, this.#interval(twin), language),
      )}`;
  }
}

define('twin-state-timeline', TwinStateTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'twin-state-timeline': TwinStateTimeline;
  }
}
