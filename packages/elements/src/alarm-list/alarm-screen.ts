import { type Alarm, type AlarmFlood, alarmsOf, defaultAlarmSettings } from '@twinfloor/core/alarms';
import type { Twin } from '@twinfloor/core';
import { subscribeToPermit } from '@twinfloor/core/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TwinController } from '../controllers/twin-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { announce } from '../internal/announce.js';
import { addEnglish } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { alarmListTerms } from '../locales/en/alarm-list.js';
import { alarmMarkTerms } from '../locales/en/alarm-mark.js';
import { AlarmDeeds } from './alarm-deeds.js';
import { alarmKey } from './alarm-keys.js';
import type { TwinAlarmList } from './alarm-list.js';
import { alarmMarkStyles } from '../internal/alarm-mark.styles.js';
import { sayNews } from '../internal/alarm-news.js';
import { doubtOf, noAlarms } from './alarm-none.js';
import { alarmRow, groupRow, type RowView, timeOf } from './alarm-row.js';
import { type AlarmRow, alarmRows, isGroup, leadingAlarms, rowWindow } from './alarm-rows.js';
import { AlarmScroll } from './alarm-scroll.js';
import { AlarmSelection } from './alarm-selection.js';
import { alarmTools, countsOf, viewButtons, views } from './alarm-tools.js';
import { panelStyles } from './panel.styles.js';
import { rowStyles } from './row.styles.js';
import { toolStyles } from './tools.styles.js';

addEnglish(alarmListTerms);
addEnglish(alarmMarkTerms);

/** What the list needs beyond its own sheet. */
export const screenStyles = [alarmMarkStyles, rowStyles, toolStyles, panelStyles];

/** All of an alarm list that is loaded when it is first seen. */
export class AlarmScreen {
  readonly #host: TwinAlarmList;
  readonly #twin: TwinController;
  readonly #selection = new AlarmSelection();
  readonly #deeds: AlarmDeeds;
  readonly #scroll: AlarmScroll;
  #leading: ReadonlySet<string> = new Set();
  #of: { readonly twin: Twin; readonly end: () => void } | undefined;
  #alarms: readonly Alarm[] = [];
  #rows: readonly AlarmRow[] = [];
  #ids: readonly string[] = [];
  /** What the rows were made of. */
  #basis: readonly unknown[] = [];
  #flood: AlarmFlood = { isFlood: false, count: 0 };
  /** Whether a row had the focus before the rows became others. */
  #hadFocus = false;
  /** Why alarms may be missing. */
  #doubt: string | undefined;

  constructor(host: TwinAlarmList, twin: TwinController) {
    this.#host = host;
    this.#twin = twin;
    this.#scroll = new AlarmScroll(host);
    this.#deeds = new AlarmDeeds(host, twin, {
      selected: () => this.#selected,
      returnFocus: () => this.#focusActive(),
    });
  }

  /** Ends all that was begun; `read` and `updated` begin anew. */
  dispose(): void {
    this.#of?.end();
    this.#of = undefined;
    this.#scroll.dispose();
  }

  /** Reads what is to be shown, before the element is rendered. */
  read(twin: Twin | undefined): void {
    const host = this.#host;
    if (!twin || host.locked || !host.isConnected) {
      this.#of?.end();
      this.#of = undefined;
      return;
    }
    if (this.#of?.twin !== twin) this.#follow(twin);
    const { tag } = this.#twin.language;
    const alarms = alarmsOf(twin);
    const all = alarms.list();
    this.#hear(twin, all, alarms.flood);
    if (!views.includes(host.view)) host.view = 'active';
    const equipment = host.equipment === '' ? '' : this.#twin.equipment(host.equipment)?.id;
    this.#doubt = host.view === 'active' ? doubtOf(twin, equipment ?? '', this.#twin.language) : undefined;
    const { view, priority, state, filter, order, group } = host;
    const basis = [all, equipment, view, priority, state, filter, order, group, tag];
    if (basis.every((one, index) => one === this.#basis[index])) return;
    this.#basis = basis;
    this.#alarms = equipment === '' ? all : equipment === undefined ? [] : alarms.of(equipment);
    this.#rows = alarmRows(twin, this.#alarms, host, tag);
    this.#ids = this.#rows.flatMap((row) => (isGroup(row) ? [] : [row.id]));
    this.#hadFocus = this.#hasFocus;
    this.#selection.keep(this.#ids);
    if (this.#selection.ids.size === 0) this.#deeds.drop();
    this.#leading = leadingAlarms(twin, all);
  }

  /** Says to screen readers what is new, and once, in the place of it, that a flood has begun. */
  #hear(twin: Twin, all: readonly Alarm[], flood: AlarmFlood): void {
    const { language } = this.#twin;
    sayNews(twin, all, language);
    const hasBegun = flood.isFlood && !this.#flood.isFlood && twin.clock.mode === 'live';
    this.#flood = flood;
    if (hasBegun) announce(this.#floodSentence(twin), language.tag);
  }

  #follow(twin: Twin): void {
    this.#of?.end();
    const render = () => this.#host.requestUpdate();
    const ends = [
      alarmsOf(twin).subscribe(render),
      subscribeToPermit(twin, render),
      twin.selection.subscribe(render),
      ...twin.connections.map((connection) => connection.subscribe(render)),
    ];
    this.#of = { twin, end: () => ends.forEach((end) => end()) };
    // What there is when it begins is no news.
    this.#flood = alarmsOf(twin).flood;
  }

  get #hasFocus(): boolean {
    return this.#host.shadowRoot?.activeElement?.classList.contains('row') === true;
  }

  /** Learns how much is seen, and keeps the focus in the rows: a row that moves or goes loses it. */
  updated(): void {
    if (this.#hadFocus && !this.#hasFocus) this.#focusActive();
    this.#hadFocus = false;
    this.#scroll.follow();
  }

  #focusActive(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus({ preventScroll: true });
  }

  #indexOf(id: string | undefined): number {
    return id === undefined ? -1 : this.#rows.findIndex((row) => !isGroup(row) && row.id === id);
  }

  async #goTo(id: string): Promise<void> {
    this.#scroll.reveal(this.#indexOf(id));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focusActive();
  }

  #choose(id: string): void {
    this.#selection.only(id);
    const alarm = this.#alarms.find((one) => one.id === id);
    if (!alarm) return;
    this.#twin.twin?.selection.select(alarm.equipment);
    this.#host.dispatchEvent(new TwinSelectEvent(alarm.equipment));
  }

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const row = this.#rows[Number(target.closest<HTMLElement>('.row')?.dataset['index'] ?? -1)];
    if (!row || isGroup(row)) return;
    this.#deeds.forget();
    if (event.shiftKey) this.#selection.extend(row.id, this.#ids);
    else if (event.ctrlKey || event.metaKey || target.closest('.check')) this.#selection.toggle(row.id);
    else this.#choose(row.id);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#focusActive());
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const row = this.#rows[Number((event.target as HTMLElement).dataset['index'] ?? -1)];
    if (!row || isGroup(row) || row.id === this.#selection.active) return;
    this.#selection.active = row.id;
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!(event.target as Element).classList.contains('row')) return;
    const selection = this.#selection;
    const page = Math.max(1, Math.floor(this.#scroll.rowsInView) - 2);
    const wanted = alarmKey(event, this.#ids, selection.active, page);
    if (!wanted) return;
    event.preventDefault();
    this.#deeds.forget();
    const { active } = selection;
    if ('to' in wanted) {
      if (wanted.isExtending) selection.extend(wanted.to, this.#ids);
      else selection.active = wanted.to;
      void this.#goTo(wanted.to);
    } else if (wanted.do === 'clear') selection.clear();
    else if (wanted.do === 'all') selection.all(this.#ids);
    else if (active === undefined) return;
    else if (wanted.do === 'toggle') selection.toggle(active);
    else if (wanted.do === 'choose') this.#choose(active);
    else {
      if (selection.ids.size === 0) selection.only(active);
      this.#deeds.begin(wanted.do);
    }
    this.#host.requestUpdate();
  };

  get #selected(): Alarm[] {
    return this.#alarms.filter(({ id }) => this.#selection.ids.has(id));
  }

  /** Flood, views, filters, rows, and what is known of those that are selected. */
  render(twin: Twin): TemplateResult {
    const host = this.#host;
    const { language } = this.#twin;
    const counts = countsOf(this.#alarms, host.view);
    const view: RowView = { twin, language, now: twin.clock.now(), leading: this.#leading };
    return html`${this.#flood.isFlood ? html`<p class="flood" part="flood">${this.#floodSentence(twin)}</p>` : nothing}
    ${viewButtons(host, counts, language)} ${host.noTools ? nothing : alarmTools(host, counts, language)}
    ${this.#doubt === undefined ? nothing : html`<p class="lost">${this.#doubt}</p>`}
    ${this.#rows.length === 0 ? noAlarms(host, twin, this.#doubt, language) : this.#renderRows(view)}
    ${this.#deeds.render(view)}`;
  }

  #floodSentence(twin: Twin): string {
    const { since, count } = this.#flood;
    const { language } = this.#twin;
    const { terms, formats } = language;
    const { floodTime } = (twin.workshop.alarms ?? defaultAlarmSettings).limits;
    const view: RowView = { twin, language, now: twin.clock.now(), leading: this.#leading };
    return terms.alarmFloodSince(
      timeOf(since, view),
      formats.number(count),
      formats.duration(floodTime * 1000),
    );
  }

  #renderRows(view: RowView): TemplateResult {
    const { terms } = view.language;
    const { alarmColumns: columns } = terms;
    const active = this.#indexOf(this.#selection.active ?? this.#ids[0]);
    const chosen = view.twin.selection.equipment;
    const indexes = rowWindow(this.#scroll.first, this.#scroll.rowsInView, this.#rows.length, active);
    const keyOf = (index: number) => {
      const row = this.#rows[index];
      return isGroup(row) ? row.group : row.id;
    };
    return html`<div
      class="rows ${this.#scroll.isNarrow ? 'narrow' : ''}"
      part="rows"
      role="grid"
      aria-label=${terms.alarmListTitle}
      aria-multiselectable="true"
      aria-rowcount=${this.#rows.length + 1}
      ${properties({ '--_count': this.#rows.length, '--_row': `${this.#scroll.rowHeight}px` })}
      @click=${this.#onClick}
      @keydown=${this.#onKey}
      @focusin=${this.#onFocus}
      @scroll=${this.#scroll.onScroll}
    >
      <div class="head" role="row" aria-rowindex="1">
        <span role="columnheader"><span class="hidden-text">${columns.select}</span></span>
        ${(['priority', 'time', 'equipment', 'message', 'state', 'age'] as const).map(
          (column) =>
            html`<span class=${column === 'message' ? 'alarm' : column} role="columnheader"
              >${columns[column]}</span
            >`,
        )}
      </div>
      <div class="body" role="rowgroup">
        ${repeat(indexes, keyOf, (index) => {
          const row = this.#rows[index];
          if (isGroup(row)) return groupRow(view, row, index);
          return alarmRow(view, row, {
            index,
            isActive: index === active,
            isSelected: this.#selection.ids.has(row.id),
            isOfSelection: row.equipment === chosen,
          });
        })}
      </div>
    </div>`;
  }
}
