import type { Twin } from '@twinfloor/core';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { styles } from './alarm-list.styles.js';
import type { AlarmScreen } from './alarm-screen.js';

/** Which alarms a list shows: those that people have to see, or those put aside in one of three ways. */
export type AlarmListView = 'active' | 'shelved' | 'suppressed' | 'outOfService';

/** How alarms are ordered. `attention`: what waits for somebody first, of that the most urgent, of these the newest. */
export type AlarmOrder = 'attention' | 'priority' | 'time';

/**
 * @summary All alarms of the workshop after ISA-18.2: what waits for somebody first, with what can be done about it.
 *
 * Each priority has a colour, a shape with a number and a word of its own; what nobody has acknowledged is filled, bold and
 * flashes, unless the reader wants no motion. One Tab leads into the rows: arrow keys, Home and End move, Space selects,
 * Shift extends, Ctrl+A selects all, Enter selects the machine for all elements of the twin, A acknowledges, S shelves,
 * Escape goes back. Only the rows in view are rendered. What the host page permits (`permit`) can be done.
 *
 * @tag twin-alarm-list
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose the machine of an alarm.
 *
 * @csspart flood - The line that says that more alarms come than anybody can follow.
 * @csspart views - Active, shelved, suppressed, out of service, each with its count.
 * @csspart tools - Search, priorities, state, order, groups.
 * @csspart rows - What scrolls.
 * @csspart row - One alarm.
 * @csspart details - What is known of the selected alarm, and what can be done about those that are selected.
 *
 * @cssproperty [--twin-alarm-list-background=var(--twin-color-surface)] - Ground of the element.
 * @cssproperty [--twin-alarm-list-height=560px] - Height beyond which the rows scroll.
 */
export class TwinAlarmList extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #screen: AlarmScreen | undefined;
  #isAsked = false;

  /** Id of an equipment: its alarms and those of all below it; `selected`: of the selected one. Default: all. */
  @property() equipment = '';

  /** Which alarms: `active`, `shelved`, `suppressed` (by design) or `outOfService`. */
  @property() view: AlarmListView = 'active';

  /** Only these priorities, e.g. `critical high`. Default: all. */
  @property() priority = '';

  /** Only these states: `unacknowledged`, `acknowledged` or `returned`. */
  @property() state: 'all' | 'unacknowledged' | 'acknowledged' | 'returned' = 'all';

  /** Words to look for in message, code and equipment. */
  @property() filter = '';

  /** `attention` (what waits first), `priority` or `time` (newest first). */
  @property() order: AlarmOrder = 'attention';

  /** Puts alarms together: `none`, `equipment` or `priority`. */
  @property() group: 'none' | 'equipment' | 'priority' = 'none';

  /** Leaves out search, filters, order and groups. */
  @property({ type: Boolean, attribute: 'no-tools' }) noTools = false;

  /** What is not acknowledged does not flash. */
  @property({ type: Boolean, attribute: 'no-flash', reflect: true }) noFlash = false;

  /** Height of a row: `compact` (24 px), `comfortable` (32 px) or `touch` (48 px). */
  @property({ reflect: true }) density: 'compact' | 'comfortable' | 'touch' = 'comfortable';

  /** Shows that the reader may not see these data. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    new ClockController(this, { twin, visible: () => this.#visibility.visible });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.dispose();
  }

  protected override willUpdate(): void {
    // What is not on the screen is not loaded.
    if (this.#visibility.visible && !this.#isAsked) void this.#load();
    this.#screen?.read(this.#visibility.visible ? this.#twin.twin : undefined);
  }

  protected override updated(): void {
    this.#screen?.updated();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const { AlarmScreen, screenStyles } = await import('./alarm-screen.js');
    for (const one of screenStyles) adoptStyles(this, one);
    this.#screen = new AlarmScreen(this, this.#twin);
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

define('twin-alarm-list', TwinAlarmList);

declare global {
  interface HTMLElementTagNameMap {
    'twin-alarm-list': TwinAlarmList;
  }
}
