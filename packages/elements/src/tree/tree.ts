import type { Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { observeSize } from '../internal/resize.js';
import { stateStyles } from '../internal/state.styles.js';
import { treeTerms } from '../locales/en/tree.js';
import { fold, foldsOf } from './fold-memory.js';
import { TreeKeys } from './tree-keys.js';
import { rowWindow, type TreeRow, treeRows } from './tree-rows.js';
import { treeRow } from './tree-row.js';
import { TreeStates } from './tree-states.js';
import { styles } from './tree.styles.js';

addEnglish(treeTerms);

/** How dense the rows of a tree are: 20, 28 or 48 px. */
export type TreeDensity = 'compact' | 'comfortable' | 'touch';

const rowHeights: Readonly<Record<TreeDensity, number>> = { compact: 20, comfortable: 28, touch: 48 };

/**
 * @summary What belongs to what: site, workshops, lines and machines as a tree, with the state of each.
 *
 * A group says how many of its machines run, and shows the worst state among them. One Tab leads into the tree; arrow
 * keys, Home, End and the first letters of a name move in it; Enter or Space selects for all elements of the twin. Only
 * the rows in view are rendered, so thousands cost little.
 *
 * @tag twin-tree
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose an equipment.
 *
 * @csspart filter - The field for words to look for.
 * @csspart rows - What scrolls.
 * @csspart row - One equipment.
 * @csspart name - Its name.
 * @csspart state - The state of a machine, or the worst state of a group.
 *
 * @cssproperty [--twin-tree-background=var(--twin-color-surface)] - Ground of the element.
 * @cssproperty [--twin-tree-height=640px] - Height beyond which the rows scroll.
 */
export class TwinTree extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #keys = new TreeKeys();
  #states: TreeStates | undefined;
  #addresses: readonly string[] = [];
  #rows: readonly TreeRow[] = [];
  #of: { twin: Twin; equipment: string; end: () => void } | undefined;
  #active: string | undefined;
  #endSize: (() => void) | undefined;
  #sized: Element | undefined;
  #height = 400;

  @query('.rows') private scroller!: HTMLElement | null;

  @state() private first = 0;

  /** Id of a site, a workshop or a line: what stands at the top. Default: everything in the workshop file. */
  @property() equipment = '';

  /** Words to look for in names, ids and types; what does not match is left out. */
  @property() filter = '';

  /** Leaves out the field in which one types what to look for. */
  @property({ type: Boolean, attribute: 'no-filter' }) noFilter = false;

  /** Height of a row: `compact` (20 px), `comfortable` (28 px) or `touch` (48 px). */
  @property({ reflect: true }) density: TreeDensity = 'comfortable';

  /** Shows that the reader may not see these data. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    const visible = () => this.#visibility.visible;
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => this.#addresses,
      changed: (changed) => this.#onChange(changed),
    });
    new ClockController(this, { twin, visible });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#of?.end();
    this.#of = undefined;
    this.#endSize?.();
    this.#sized = undefined;
  }

  protected override willUpdate(): void {
    const { twin, language } = this.#twin;
    if (!twin || this.locked || (this.equipment && !twin.tree.has(this.equipment))) {
      this.#addresses = [];
      return;
    }
    const roots = this.equipment ? [this.equipment] : twin.tree.roots;
    if ((this.#of?.twin !== twin || this.#of.equipment !== this.equipment) && this.isConnected) {
      this.#of?.end();
      const end = twin.selection.subscribe((id) => this.#reveal(id));
      this.#of = { twin, equipment: this.equipment, end };
      this.#states = new TreeStates(twin, roots);
      this.#addresses = this.#states.machines.map((id) => `${id}/state`);
      // The controllers have looked at the addresses already.
      queueMicrotask(() => this.requestUpdate());
    }
    this.#states?.readAll();
    const { tag } = language;
    this.#rows = treeRows(twin, {
      roots,
      folds: foldsOf(twin.workshop.id),
      filter: this.filter,
      language: tag,
    });
    if (!this.#rows.some(({ equipment }) => equipment.id === this.#active)) this.#active = undefined;
    const selected = twin.selection.equipment;
    if (this.#rows.some(({ equipment }) => equipment.id === selected)) this.#active ??= selected;
    this.#active ??= this.#rows[0]?.equipment.id;
  }

  protected override updated(): void {
    const { scroller } = this;
    if (scroller === this.#sized) return;
    this.#endSize?.();
    this.#sized = scroller ?? undefined;
    if (!scroller) return;
    this.#endSize = observeSize(scroller, (_width, height) => {
      if (height === this.#height) return;
      this.#height = height;
      this.requestUpdate();
    });
  }

  get #rowHeight(): number {
    return rowHeights[this.density] ?? rowHeights.comfortable;
  }

  #onChange(changed: ReadonlySet<string>): void {
    let isNew = false;
    for (const address of changed) {
      if (this.#states?.read(address.slice(0, address.indexOf('/')))) isNew = true;
    }
    if (isNew) this.requestUpdate();
  }

  /** Opens what hides an equipment that somebody chose elsewhere, and scrolls to it. */
  #reveal(id: string | undefined): void {
    const { twin } = this.#twin;
    if (twin && id !== undefined && id !== this.#active) {
      const { workshop, tree } = twin;
      if (tree.has(id)) for (const above of tree.ancestors(id)) fold(workshop.id, above, false);
      this.#active = id;
      void this.updateComplete.then(() => this.#scrollTo(id));
    }
    this.requestUpdate();
  }

  #scrollTo(id: string): void {
    const index = this.#rows.findIndex(({ equipment }) => equipment.id === id);
    const { scroller } = this;
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
    this.requestUpdate();
  }

  async #goTo(id: string): Promise<void> {
    this.#active = id;
    this.#scrollTo(id);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus({ preventScroll: true });
  }

  #select(id: string): void {
    this.#active = id;
    this.#twin.twin?.selection.select(id);
    this.dispatchEvent(new TwinSelectEvent(id));
    this.requestUpdate();
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
    const move = this.#keys.move(event.key, current, this.#rows, page, this.matches(':dir(rtl)'));
    if (!move) return;
    event.preventDefault();
    if ('to' in move) void this.#goTo(this.#rows[move.to].equipment.id);
    else this.#open(this.#rows[current].equipment.id, move.open);
  };

  readonly #onInput = (event: Event): void => {
    this.filter = (event.target as HTMLInputElement).value;
  };

  readonly #onScroll = (): void => {
    this.first = Math.floor((this.scroller?.scrollTop ?? 0) / this.#rowHeight);
  };

  /** Indexes of the rows to render. */
  #window(): number[] {
    const active = this.#rows.findIndex(({ equipment }) => equipment.id === this.#active);
    return rowWindow(this.first, this.#height / this.#rowHeight, this.#rows.length, active);
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    if (loading) {
      return html`<div role="status" aria-label=${terms.loading}>
        ${[0, 1, 2, 3].map(() => html`<span class="bone"></span>`)}
      </div>`;
    }
    const reason = this.locked ? terms.noPermission : notice(this.#twin, this.equipment);
    const states = this.#states;
    if (reason || !twin || !states) return html`<p class="message quiet">${reason}</p>`;
    const { filter } = this;
    return html`${
      this.noFilter
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
    return treeRow({
      twin,
      row,
      index,
      states,
      language: this.#twin.language,
      isActive: id === this.#active,
      isSelected: id === twin.selection.equipment,
    });
  }
}

define('twin-tree', TwinTree);

declare global {
  interface HTMLElementTagNameMap {
    'twin-tree': TwinTree;
  }
}
