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
import type { RequestScreen } from './request-screen.js';
import { styles } from './request.styles.js';

/**
 * @summary Asks the plant to change one signal, in two steps: set the value, then look at what will change and send it.
 *
 * What may be asked stands in the workshop file (`request` of a signal), and who may in the host page (`permit`). What was
 * asked is not shown as done: it is pending until the plant is observed to have done it, and the value beside it stays
 * what it is. Escape goes back from the second step. How a request ends is also said to screen readers.
 *
 * @tag twin-request
 *
 * @fires {TwinRequestEvent} twin-request - Somebody confirmed a request; `preventDefault()` keeps it from the plant.
 *
 * @csspart label - What is changed, of which equipment.
 * @csspart now - The value that it has.
 * @csspart form - The field or the choice, or the second step.
 * @csspart status - What became of the newest request.
 *
 * @cssproperty [--twin-request-background=var(--twin-color-surface)] - Ground of the element.
 */
export class TwinRequest extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #screen: RequestScreen | undefined;
  #isAsked = false;

  /** Id of an equipment; `selected`: the one that is selected. */
  @property() equipment = '';

  /** Name of a signal of which the workshop file says what may be asked for. */
  @property() signal = '';

  /** Whether a reason is asked for: `none`, `optional` or `required`. */
  @property() why: 'none' | 'optional' | 'required' = 'none';

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
    new ClockController(this, { twin, visible });
    new SignalsController(this, { twin, visible, addresses: () => [this.#address] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.dispose();
  }

  get #address(): string {
    return `${this.#twin.equipment(this.equipment)?.id ?? ''}/${this.signal}`;
  }

  protected override willUpdate(): void {
    // What is not on the screen is not loaded.
    if (this.#visibility.visible && !this.#isAsked) void this.#load();
    this.#screen?.read(this.#twin.twin, this.#address);
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const { RequestScreen, screenStyles } = await import('./request-screen.js');
    adoptStyles(this, screenStyles);
    this.#screen = new RequestScreen(this, this.#twin);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    const reason = this.locked
      ? terms.noPermission
      : loading
        ? undefined
        : notice(this.#twin, this.equipment || '-');
    if (reason) return html`<p class="quiet">${reason}</p>`;
    if (!twin || !this.#screen) {
      return html`<div role="status" aria-label=${terms.loading}>
        <span class="bone"></span><span class="bone"></span>
      </div>`;
    }
    return this.#screen.render(twin, this.#address);
  }
}

define('twin-request', TwinRequest);

declare global {
  interface HTMLElementTagNameMap {
    'twin-request': TwinRequest;
  }
}
