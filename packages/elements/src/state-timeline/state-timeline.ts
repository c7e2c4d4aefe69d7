import { type Interval, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CursorController } from '../charts/cursor-controller.js';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { foldableTime } from '../charts/folds.js';
import { ChartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import { notice } from '../charts/notice.js';
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
import { timelineContent } from './timeline-content.js';
import { movedCursor } from './timeline-keys.js';
import { TimelinePlot } from './timeline-plot.js';
import { rowSentence } from './timeline-readout.js';
import { timelineRow } from './timeline-row.js';
import { edge, type TimelineRows, timelineRows } from './timeline-rows.js';
import { placeLine, placeStrips, timelineStrips } from './timeline-strips.js';
import { timelineTable } from './timeline-table.js';
import { TimelineTurns } from './timeline-turns.js';
import type { TimelineView } from './timeline-view.js';
import { addEnglish } from '../internal/language.js';
import { timelineTerms } from '../locales/en/timeline.js';

addEnglish(timelineTerms);

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
  readonly #cursor = new CursorController(
    this,
    () => this.#twin.twin,
    ({ selection }) => selection.subscribe(() => this.requestUpdate()),
  );
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
  readonly #turns = new TimelineTurns(() => this.requestUpdate());
  #isMoving = false;
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
    this.#turns.dispose();
    this.#layers.dispose();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { twin } = this.#twin;
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
      this.#turns.reset();
    }
    if (changed.has('range')) this.#liveEdge = '';
    const before = this.#axis?.interval;
    this.#axis = twin && this.#rows ? this.#makeAxis(twin, this.#rows) : undefined;
    const { from, to } = this.#axis?.interval ?? {};
    this.#isMoving = from !== before?.from || to !== before?.to;
  }

  protected override updated(): void {
    const rows = this.#rows;
    const axis = this.#axis;
    if (this.grid && rows && axis) {
      if (this.#measured !== this.grid) {
        this.#measured = this.grid;
        placeStrips(this.grid, rows);
      }
      const active = rows.rows[this.#active];
      if (active && !rows.hasNames) this.grid.style.setProperty('--_top', `${active.top + rows.pitch / 2}px`);
      placeLine(this.grid, 'now', this.#twin.twin?.clock.now(), axis);
      placeLine(this.grid, 'cursor', this.#cursor.time, axis);
    }
    this.#family ||= getComputedStyle(this).fontFamily;
    this.#layers.update(this.shadowRoot, this.#content());
  }

  #content(): string {
    const { twin, language, colours } = this.#twin;
    if (!twin || !this.#rows || !this.#axis) return '';
    return timelineContent(twin, this.#rows.rows, this.#axis, `${colours.revision} ${language.tag}`);
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
      cursor: this.#cursor.time,
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

  #point(x: number, y: number): void {
    if (!this.#axis) return;
    // Rows without names say who they are while they are pointed at.
    if (this.#rows?.hasNames === false) this.#active = Math.max(0, this.#rowAt(y));
    this.#cursor.move(this.#axis.time(x - edge));
    this.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { twin } = this.#twin;
    const rows = this.#rows;
    const axis = this.#axis;
    if (!twin || !rows || !axis || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === 'Escape') this.#cursor.clear();
    else if (key === 'Enter' || key === ' ') this.#select(this.#active);
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const next = this.#active + (key === 'ArrowUp' ? -1 : 1);
      this.#active = Math.min(Math.max(next, 0), rows.rows.length - 1);
      this.requestUpdate();
    } else {
      const series = twin.seriesOf(rows.rows[this.#active]?.id ?? '', 'state', 'state');
      const time = movedCursor(event, this.#cursor.time, axis, series, twin.clock.now());
      if (time === undefined) return;
      this.#cursor.move(time);
    }
    event.preventDefault();
    this.#announce(twin, rows);
  };

  #announce(twin: Twin, { rows }: TimelineRows): void {
    const row = rows[this.#active];
    const { language } = this.#twin;
    if (row)
      announce(rowSentence(twin, row.id, this.#cursor.time ?? twin.clock.now(), language), language.tag);
  }

  protected override render(): TemplateResult {
    const { twin, loading, terms } = this.#twin;
    const rows = this.#rows;
    if (loading) return this.#renderLoading();
    if (!twin || !rows) return this.#renderNotice(notice(this.#twin, this.equipment));
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

  /** Which rows have their words written now: those on the screen while the time stands, or all in their turn. */
  #worded({ strips, hasNames }: TimelineRows): (index: number) => boolean {
    if (!hasNames || this.#turns.take()) return () => true;
    return (index) =>
      index === this.#active ||
      (!this.#isMoving &&
        strips.some(
          ({ first, end }, strip) => index >= first && index < end && this.#layers.shows('below', strip),
        ));
  }

  #renderChart(twin: Twin, all: TimelineRows): TemplateResult {
    const { rows, hasNames } = all;
    const { terms, language, formats, timeZone } = this.#twin;
    const name = this.equipment ? textIn(twin.tree.get(this.equipment).name, language.tag) : '';
    const caption = [name, terms.machineCount(rows.length)].filter(Boolean).join(', ');
    const cursor = this.#cursor.time;
    const time = cursor ?? twin.clock.now();
    const clock = formats.time(time, timeZone);
    const shown = hasNames ? rows : rows.slice(this.#active, this.#active + 1);
    const first = hasNames ? 0 : this.#active;
    const isWorded = this.#worded(all);
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
        ${timelineStrips(all, {
          point: (x, y) => this.#point(x, y),
          leave: () => this.#cursor.clear(),
          click: (_x, y) => this.#select(this.#rowAt(y)),
        })}
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
