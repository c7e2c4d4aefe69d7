import type { Twin } from '@twinfloor/core';
import { ReactiveElement } from '@lit/reactive-element';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { define } from '../internal/define.js';
import { property } from '../internal/property.js';
import { baseStyles } from '../internal/base.styles.js';
import { styles } from './equipment.styles.js';
import { LiveTile } from './live-tile.js';
import { type TileDensity, tileDensity } from './tile.js';
import { tileStateStyles } from './tile-state.styles.js';
import { tileStyles } from './tile.styles.js';

/**
 * @summary One machine as a tile: its state, why and for how long, the shift so far, OEE, good pieces and power.
 *
 * The tile says how sure it is: figures of a source that has gone silent are greyed and underlined with dots, and
 * the state becomes unknown. Where the machine has alarms, a mark says how urgent; it flashes until somebody has acknowledged
 * them, unless the reader wants no motion. A click, Enter or Space selects the equipment for all elements of the twin.
 *
 * @tag twin-equipment
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose the equipment.
 *
 * @csspart base - The tile.
 * @csspart name - The name of the equipment.
 * @csspart word - The state as a word.
 * @csspart reason - Why it is in that state, or a message.
 * @csspart duration - For how long.
 * @csspart strip - The states of the range as a strip.
 * @csspart figure - Each of the three figures.
 * @csspart alarm - The mark of its alarms: the shape and word of the most urgent priority. It is there while there are any.
 *
 * @cssproperty [--twin-equipment-background=var(--twin-color-surface)] - Ground of the tile.
 */
export class TwinEquipment extends ReactiveElement {
  static override styles = [baseStyles, tileStyles, tileStateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #tile = new LiveTile('button');
  #endSelection: (() => void) | undefined;
  #selectionOf: Twin | undefined;

  /** Id of the equipment, as in the workshop file; `selected` for the one that is selected. */
  @property() equipment = '';

  /** Time that strip and OEE look at: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** `comfortable` (272 × 138 px), `compact` (150 to 180 × 62 px), `touch` (304 × 156 px) or `wall` (150 × 128 px, to be read from afar). */
  @property({ reflect: true }) density: TileDensity = 'comfortable';

  /** Shows a lock in the place of data that the reader may not see. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const { element } = this.#tile;
    element.tabIndex = 0;
    element.addEventListener('click', this.#act);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.#act();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tile.sleep();
    this.#endSelection?.();
    this.#selectionOf = undefined;
  }

  protected override updated(): void {
    const { twin, language, colours, loading, error, range } = this.#twin;
    this.#tile.update({
      twin,
      language,
      colours,
      loading,
      error,
      equipment: this.#shown,
      range: this.range || range,
      density: tileDensity(this.density),
      locked: this.locked,
    });
    if (this.#visibility.visible) this.#tile.wake();
    else this.#tile.sleep();
    this.#followSelection(twin);
    this.#showSelection();
  }

  #followSelection(twin: Twin | undefined): void {
    if (twin === this.#selectionOf || !this.isConnected) return;
    this.#endSelection?.();
    this.#selectionOf = twin;
    this.#endSelection = twin?.selection.subscribe(() => this.#showSelection());
  }

  /** Id of the equipment to show. */
  get #shown(): string {
    return this.#twin.equipment(this.equipment)?.id ?? this.equipment;
  }

  #showSelection(): void {
    const selected = this.#selectionOf?.selection.equipment === this.#shown;
    this.#tile.tile.attribute('aria-pressed', String(selected));
  }

  readonly #act = (): void => {
    const { twin, error } = this.#twin;
    if (error && !this.locked) this.#twin.retry();
    const equipment = this.#shown;
    if (!twin?.tree.has(equipment) || this.locked) return;
    twin.selection.select(equipment);
    this.dispatchEvent(new TwinSelectEvent(equipment));
  };

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#tile.element);
    return root;
  }
}

define('twin-equipment', TwinEquipment);

declare global {
  interface HTMLElementTagNameMap {
    'twin-equipment': TwinEquipment;
  }
}
