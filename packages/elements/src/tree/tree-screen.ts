import type { Twin } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TwinController } from '../controllers/twin-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { AlarmFollower } from '../internal/alarm-follower.js';
import { addEnglish } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { observeSize } from '../internal/resize.js';
import { stateStyles } from '../internal/state.styles.js';
import { treeTerms } from '../locales/en/tree.js';
import { fold, foldsOf } from './fold-memory.js';
import { rowStyles } from './row.styles.js';
import type * as treeAlarms from './tree-alarms.js';
import type { TreeDensity, TwinTree } from './tree.js';
import { TreeKeys } from './tree-keys.js';
import { treeRow } from './tree-row.js';
import { rowWindow, type TreeRow, treeRows } from './tree-rows.js';
import { TreeStates } from './tree-states.js';

addEnglish(treeTerms);

const rowHeights: Readonly<Record<TreeDensity, number>> = { compact: 20, comfortable: 28, touch: 48 };

/** What the tree needs beyond its own sheet. */
export const screenStyles = [stateStyles, rowStyles];

/** All of a tree that is loaded when it is first seen: rows, states, keys. */
export class TreeScreen {
  readonly #host: TwinTree;
  readonly #twin: TwinController;
  readonly #keys = new TreeKeys();
  readonly #alarms: AlarmFollower<typeof treeAlarms>;
  #states: TreeStates | undefined;
  /** What is followed. */
  addresses: readonly string[] = [];
  #rows: readonly TreeRow[] = [];
  #of: { twin: Twin; equipment: string; end: () => void } | undefined;
  #active: string | undefined;
  #endSize: (() => void) | undefined;
  #sized: Element | undefined;
  #height = 400;

  #first = 0;

  constructor(host: TwinTree, twin: TwinController) {
    this.#host = host;
    this.#twin = twin;
    this.#alarms = new AlarmFollower(
      () => import('./tree-alarms.js'),
      () => host.requestUpdate(),
    );
  }

  /** Ends all that was begun; `read` and `updated` begin anew. */
  dispose(): void {
    this.#alarms.end();
    this.#of?.end();
    this.#of = undefined;
    this.#endSize?.();
    this.#sized = undefined;
  }

  get #scroller(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.rows');
  }

  /** Reads what is to be shown, before the element is rendered. Alarms are followed while it is visible. */
  read(twin: Twin | undefined, isVisible: boolean): void {
    const { language } = this.#twin;
    const { locked } = this.#host;
    if (!twin || locked || (this.#host.equipment && !twin.tree.has(this.#host.equipment))) {
      this.addresses = [];
      this.#alarms.end();
      return;
    }
    const roots = this.#host.equipment ? [this.#host.equipment] : twin.tree.roots;
    if ((this.#of?.twin !== twin || this.#of.equipment !== this.#host.equipment) && this.#host.isConnected) {
      this.#of?.end();
      const end = twin.selection.subscribe((id) => this.#reveal(id));
      this.#of = { twin, equipment: this.#host.equipment, end };
      this.#states = new TreeStates(twin, roots);
      this.addresses = this.#states.machines.map((id) => `${id}/state`);
      // The controllers have looked at the addresses already.
      queueMicrotask(() => this.#host.requestUpdate());
    }
    this.#states?.readAll();
    if (isVisible) this.#alarms.read(twin, this.#states?.machines ?? []);
    else this.#alarms.end();
    const { tag } = language;
    this.#rows = treeRows(twin, {
      roots,
      folds: foldsOf(twin.workshop.id),
      filter: this.#host.filter,
      language: tag,
    });
    if (!this.#rows.some(({ equipment }) => equipment.id === this.#active)) this.#active = undefined;
    const selected = twin.selection.equipment;
    if (this.#rows.some(({ equipment }) => equipment.id === selected)) this.#active ??= selected;
    this.#active ??= this.#rows[0]?.equipment.id;
  }

  /** Learns how much is seen, after the element was rendered. */
  updated(): void {
    const { twin, language } = this.#twin;
    if (twin) this.#alarms.parts?.dressAlarms(this.#host, twin, language);
    const scroller = this.#scroller;
    if (scroller === this.#sized) return;
    this.#endSize?.();
    this.#sized = scroller ?? undefined;
    if (!scroller) return;
    this.#endSize = observeSize(scroller, (_width, height) => {
      if (height === this.#height) return;
      this.#height = height;
      this.#host.requestUpdate();
    });
  }

  get #rowHeight(): number {
    return rowHeights[this.#host.density] ?? rowHeights.comfortable;
  }

  /** Takes in what was observed; renders anew if a state is another one. */
  observed(changed: ReadonlySet<string>): void {
    let isNew = false;
    for (const address of changed) {
      if (this.#states?.read(address.slice(0, address.indexOf('/')))) isNew = true;
    }
    if (isNew) this.#host.requestUpdate();
  }

  /** Opens what hides an equipment that somebody chose elsewhere, and scrolls to it. */
  #reveal(id: string | undefined): void {
    const { twin } = this.#twin;
    if (twin && id !== undefined && id !== this.#active) {
      const { workshop, tree } = twin;
      if (tree.has(id)) for (const above of tree.ancestors(id)) fold(workshop.id, above, false);
      this.#active = id;
      void this.#host.updateComplete.then(() => this.#scrollTo(id));
    }
    this.#host.requestUpdate();
  }

  #scrollTo(id: string): void {
    const index = this.#rows.findIndex(({ equipment }) => equipment.id === id);
    const scroller = this.#scroller;
    if (index < 0 || !scroller) return;
    const top = index * this.#rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.#rowHeight > scroller.scrollTop + this.#height)
      scroller.scrollTop = top + this.#rowHeight - this.#height;
  }

  #open(id: string, isOpen: boolean): void {
    const { twin } = this.#twin;
    if (!twin) return;
    fold(twin.workshop.id, id, !isOpen);
    this.#host.requestUpdate();
  }

  async #goTo(id: string): Promise<void> {
    this.#active = id;
    this.#scrollTo(id);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus({ preventScroll: true });
  }

  #select(id: string): void {
    this.#active = id;
    this.#twin.twin?.selection.select(id);
    this.#host.dispatchEvent(new TwinSelectEvent(id));
    this.#host.requestUpdate();
  }

  readonly #onClick = (event: Event): void => {
    const target = event.target as Element;
    const row = this.#rows[Number(target.closest<HTMLElement>('.row')?.dataset['index'] ?? -1)];
    if (!row) return;
    const { id } = row.equipment;
    if (target.closest('.fold') && row.isOpen !== undefined) {
      this.#active = id;
      this.#open(id, !row.isOpen);
    } else this.#select(id);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const current = this.#rows.findIndex(({ equipment }) => equipment.id === this.#active);
    if (current < 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#select(this.#rows[current].equipment.id);
      return;
    }
    const page = Math.max(1, Math.floor(this.#height / this.#rowHeight) - 1);
    const move = this.#keys.move(event.key, current, this.#rows, page, this.#host.matches(':dir(rtl)'));
    if (!move) return;
    event.preventDefault();
    if ('to' in move) void this.#goTo(this.#rows[move.to].equipment.id);
    else this.#open(this.#rows[current].equipment.id, move.open);
  };

  readonly #onInput = (event: Event): void => {
    this.#host.filter = (event.target as HTMLInputElement).value;
  };

  readonly #onScroll = (): void => {
    const first = Math.floor((this.#scroller?.scrollTop ?? 0) / this.#rowHeight);
    if (first === this.#first) return;
    this.#first = first;
    this.#host.requestUpdate();
  };

  /** Indexes of the rows to render. */
  #window(): number[] {
    const active = this.#rows.findIndex(({ equipment }) => equipment.id === this.#active);
    return rowWindow(this.#first, this.#height / this.#rowHeight, this.#rows.length, active);
  }

  /** The field to look for names, and the rows. */
  render(twin: Twin): TemplateResult {
    const { terms } = this.#twin;
    const states = this.#states;
    if (!states) return html``;
    const { filter, noFilter } = this.#host;
    return html`${
      noFilter
        ? nothing
        : html`<input
            class="filter"
            part="filter"
            type="search"
            aria-label=${terms.filterTree}
            placeholder=${terms.filterTree}
            .value=${filter}
            @input=${this.#onInput}
          />`
    }
    ${
      this.#rows.length === 0
        ? html`<p class="message quiet">${filter ? terms.noneCalled(filter) : terms.noMachines}</p>`
        : html`<div
            class="rows"
            part="rows"
            role="tree"
            aria-label=${terms.treeTitle}
            ${properties({ '--_count': this.#rows.length })}
            @click=${this.#onClick}
            @keydown=${this.#onKey}
            @scroll=${this.#onScroll}
          >
            ${repeat(
              this.#window(),
              (index) => this.#rows[index].equipment.id,
              (index) => this.#renderRow(twin, states, index),
            )}
            <span class="end" role="presentation"></span>
          </div>`
    }`;
  }

  #renderRow(twin: Twin, states: TreeStates, index: number): TemplateResult {
    const row = this.#rows[index];
    const { id } = row.equipment;
    const { language } = this.#twin;
    const { parts } = this.#alarms;
    const summary = parts?.alarmsOf(twin).worst(id);
    return treeRow({
      twin,
      row,
      index,
      states,
      language,
      isActive: id === this.#active,
      isSelected: id === twin.selection.equipment,
      alarm: parts &&
        summary && {
          sentence: parts.alarmSentence(summary, language),
          sign: parts.alarmSign(summary, language),
        },
    });
  }
}
