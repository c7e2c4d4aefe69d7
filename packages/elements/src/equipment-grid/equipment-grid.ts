import type { Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { Tile, type TileDensity, tileDensity } from '../equipment/tile.js';
import { plainView } from '../equipment/tile-view.js';
import { tileStateStyles } from '../equipment/tile-state.styles.js';
import { tileStyles } from '../equipment/tile.styles.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { define } from '../internal/define.js';
import { children } from '../internal/children.js';
import { properties } from '../internal/properties.js';
import { property } from '../internal/property.js';
import { hostStyles } from '../internal/host.styles.js';
import { styles } from './equipment-grid.styles.js';
import { type MachineGroup, machineGroups, machinesBelow } from './groups.js';
import { gridControls } from './grid-controls.js';
import { nextTile } from './grid-keys.js';
import { TileShelf } from './tile-shelf.js';
import { addEnglish } from '../internal/language.js';
import { gridTerms } from '../locales/en/grid.js';

addEnglish(gridTerms);

/** How the machines of a group are ordered. */
export type GridSort = 'file' | 'name' | 'state';

/**
 * @summary All machines of a line, a workshop or a factory as tiles, grouped by what they belong to.
 *
 * Tiles out of view are empty and follow nothing, so the number of machines costs little; on paper all are filled. One Tab leads into the
 * grid, the arrow keys move in it, Enter or Space selects for all elements of the twin.
 *
 * @tag twin-equipment-grid
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose a machine.
 *
 * @csspart controls - Order and filter, if shown.
 * @csspart group - A group with its heading.
 * @csspart heading - Name and count of a group.
 * @csspart tiles - The tiles of a group.
 * @csspart base - A tile; its parts are those of `<twin-equipment>`.
 *
 * @cssproperty [--twin-equipment-background=var(--twin-color-surface)] - Ground of a tile.
 * @cssproperty [--twin-equipment-grid-column] - Least width of a tile. Default: that of the density; in `wall` the width, 150px.
 */
export class TwinEquipmentGrid extends LitElement {
  static override styles = [hostStyles, tileStyles, tileStateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #shelf = new TileShelf();
  #machines: readonly string[] = [];
  #machinesOf: Twin | undefined;
  #addresses: readonly string[] = [];
  #focused: string | undefined;
  #endSelection: (() => void) | undefined;
  #selectionOf: Twin | undefined;

  /** Id of a line, a workshop or a site. Default: everything in the workshop file. */
  @property() equipment = '';

  /** Time that strips and OEE look at: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** Order within a group: that of the workshop `file`, by `name`, or by `state` with the loudest first. */
  @property() sort: GridSort = 'file';

  /** Show only machines in these states, e.g. `fault blocked starved`. Default: all. */
  @property() states = '';

  /** Show only machines whose name or id has this in it, whatever the case. Default: all. */
  @property() filter = '';

  /**
   * `compact` (164 × 62 px and up), `comfortable` (272 × 138 px and up), `touch` (304 × 156 px and up), or `wall`: cells
   * of 128 px that are read from afar, small groups side by side.
   */
  @property({ reflect: true }) density: TileDensity = 'compact';

  /** Shows order and filter above the tiles. */
  @property({ type: Boolean }) controls = false;

  /** Shows names and locks in the place of data that the reader may not see. */
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
      // Each tile shows its own changes; how many run, and in which order, is looked up once a second.
      changed: () => undefined,
    });
    new ClockController(this, { twin, visible });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#shelf.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shelf.sleep();
    this.#endSelection?.();
    this.#selectionOf = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { twin } = this.#twin;
    // Before the controllers look at the addresses, which happens in their hostUpdate.
    if (changed.has('equipment') || twin !== this.#machinesOf) {
      this.#machinesOf = twin;
      this.#machines = twin ? machinesBelow(twin, this.equipment) : [];
      this.#addresses = this.#machines.map((id) => `${id}/state`);
    }
    if (changed.has('equipment')) this.#focused = undefined;
    this.#followSelection(twin);
    this.#updateTiles(twin);
  }

  protected override updated(): void {
    this.#shelf.watch();
  }

  #updateTiles(twin: Twin | undefined): void {
    const { language, colours, range } = this.#twin;
    this.#shelf.update(this.#machines, {
      twin,
      range: this.range || range,
      density: tileDensity(this.density),
      language,
      colours,
      loading: false,
      error: undefined,
      locked: this.locked,
    });
    this.#markTiles();
  }

  #followSelection(twin: Twin | undefined): void {
    if (twin === this.#selectionOf || !this.isConnected) return;
    this.#endSelection?.();
    this.#selectionOf = twin;
    this.#endSelection = twin?.selection.subscribe(() => this.#markTiles());
  }

  /** Writes which tile is selected and which one Tab leads to. */
  #markTiles(): void {
    const selected = this.#selectionOf?.selection.equipment;
    const entry = this.#focused ?? (selected && this.#machines.includes(selected) ? selected : undefined);
    this.#shelf.mark(selected, entry);
  }

  #act(id: string): void {
    this.#focus(id);
    this.#twin.twin?.selection.select(id);
    this.dispatchEvent(new TwinSelectEvent(id));
  }

  #focus(id: string): void {
    this.#focused = id;
    this.#markTiles();
    this.#shelf.elementOf(id)?.focus();
  }

  #onClick(event: Event): void {
    const id = this.#shelf.idOf(event.target);
    if (id !== undefined) this.#act(id);
  }

  #onKey(event: KeyboardEvent): void {
    const id = this.#shelf.idOf(event.target);
    if (id === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#act(id);
      return;
    }
    const tiles = [...this.renderRoot.querySelectorAll<HTMLElement>('.tile')];
    const next = nextTile(event.key, event.target as HTMLElement, tiles);
    if (!next) return;
    event.preventDefault();
    const nextId = this.#shelf.idOf(next);
    if (nextId !== undefined) this.#focus(nextId);
  }

  protected override render(): TemplateResult {
    const { twin, terms } = this.#twin;
    if (!twin) return this.#renderWithoutTwin();
    if (this.#machines.length === 0) {
      return this.#renderMessage(this.equipment ? terms.noEquipment(this.equipment) : terms.noMachines);
    }
    // Neither order nor filter may tell what the tiles do not.
    const sort = this.locked && this.sort === 'state' ? 'file' : this.sort;
    const states = new Set(this.locked ? [] : this.states.split(/[\s,]+/).filter(Boolean));
    const language = this.#twin.language.tag;
    const text = this.filter.trim().toLocaleLowerCase();
    const groups = machineGroups(twin, this.#machines, { sort, states, text, language });
    const shown = groups.filter(({ machines }) => machines.length > 0);
    return html`${this.controls ? gridControls(this, terms) : nothing}
    ${
      shown.length === 0
        ? this.#renderMessage(terms.noneMatch)
        : html`<div
            role="listbox"
            aria-label=${terms.machines}
            @click=${this.#onClick}
            @keydown=${this.#onKey}
          >
            ${repeat(
              shown,
              ({ id }) => id,
              (group) => this.#renderGroup(group),
            )}
          </div>`
    }`;
  }

  #renderGroup({ id, name, machines, running, all }: MachineGroup): TemplateResult {
    const { terms } = this.#twin;
    return html`<div
      class="group"
      part="group"
      role="group"
      aria-labelledby=${`group-${id}`}
      ${properties({ '--_count': machines.length })}
    >
      <div class="heading" part="heading" id=${`group-${id}`}>
        <b>${name || terms.otherMachines}</b
        >${this.locked ? nothing : html`<span class="quiet">${terms.runningOf(running, all)}</span>`}
      </div>
      <div class="tiles" part="tiles" role="presentation" ${children(this.#shelf.elementsOf(machines))}></div>
    </div>`;
  }

  #renderWithoutTwin(): TemplateResult {
    const { terms, loading, error } = this.#twin;
    if (!loading) return this.#renderMessage(error ?? terms.noTwin, error !== undefined);
    // The shape of what will come, so that the page does not jump.
    return html`<div class="tiles" part="tiles" aria-busy="true" aria-label=${terms.loading} role="status">
      ${this.#placeholders()}
    </div>`;
  }

  #placeholders(): readonly HTMLElement[] {
    return [0, 1, 2, 3].map(() => {
      const tile = new Tile('option');
      tile.show(plainView('loading', '', ''));
      tile.setDensity(tileDensity(this.density));
      tile.element.setAttribute('role', 'presentation');
      return tile.element;
    });
  }

  #renderMessage(message: string, retry = false): TemplateResult {
    const { terms } = this.#twin;
    return html`<p class="message quiet">
      ${message}
      ${retry ? html`<button class="verb" @click=${() => this.#twin.retry()}>${terms.retry}</button>` : nothing}
    </p>`;
  }
}

define('twin-equipment-grid', TwinEquipmentGrid);

declare global {
  interface HTMLElementTagNameMap {
    'twin-equipment-grid': TwinEquipmentGrid;
  }
}
