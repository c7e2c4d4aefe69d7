import type { Twin } from '@twinfloor/core';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import type { TreeScreen } from './tree-screen.js';
import { styles } from './tree.styles.js';

const none: readonly string[] = [];

/** How dense the rows of a tree are: 20, 28 or 48 px. */
export type TreeDensity = 'compact' | 'comfortable' | 'touch';

/**
 * @summary What belongs to what: site, workshops, lines and machines as a tree, with the state of each.
 *
 * A group says how many of its machines run, and shows the worst state among them. Where there are alarms, a mark says
 * how urgent and how many, of a group those of all below it; it flashes while nobody has acknowledged them, unless the
 * reader wants no motion. One Tab leads into the tree; arrow
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
 * @csspart alarm - The mark of its alarms: the shape of the most urgent priority, and how many more. It is there while there are any.
 * @csspart state - The state of a machine, or the worst state of a group.
 *
 * @cssproperty [--twin-tree-background=var(--twin-color-surface)] - Ground of the element.
 * @cssproperty [--twin-tree-height=640px] - Height beyond which the rows scroll.
 */
export class TwinTree extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #screen: TreeScreen | undefined;
  #isAsked = false;

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
      addresses: () => this.#screen?.addresses ?? none,
      changed: (changed) => this.#screen?.observed(changed),
    });
    new ClockController(this, { twin, visible });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.dispose();
  }

  protected override willUpdate(): void {
    // What is not on the screen is not loaded.
    if (this.#visibility.visible && !this.#isAsked) void this.#load();
    this.#screen?.read(this.#twin.twin, this.#visibility.visible);
  }

  protected override updated(): void {
    this.#screen?.updated();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const { TreeScreen, screenStyles } = await import('./tree-screen.js');
    for (const one of screenStyles) adoptStyles(this, one);
    this.#screen = new TreeScreen(this, this.#twin);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    const reason = this.locked
      ? terms.noPermission
      : loading
        ? undefined
        : notice(this.#twin, this.equipment);
    if (reason) return html`<p class="message quiet">${reason}</p>`;
    if (!twin || !this.#screen) {
      return html`<div role="status" aria-label=${terms.loading}>
        ${[0, 1, 2, 3].map(() => html`<span class="bone"></span>`)}
      </div>`;
    }
    return this.#screen.render(twin);
  }
}

define('twin-tree', TwinTree);

declare global {
  interface HTMLElementTagNameMap {
    'twin-tree': TwinTree;
  }
}
