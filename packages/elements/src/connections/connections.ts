import { type Connection, type ConnectionState, textIn, type TimedRefusal, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ClockController } from '../controllers/clock-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { connectionGlyph, stateGlyph } from '../internal/state-glyph.js';
import { stateStyles } from '../internal/state.styles.js';
import { styles } from './connections.styles.js';
import { addEnglish } from '../internal/language.js';
import { connectionsTerms } from '../locales/en/connections.js';

addEnglish(connectionsTerms);

/** How many refusals are listed of each connection; all are counted. */
const listed = 12;

/** From the one that needs a person most. */
const byUrgency: readonly ConnectionState[] = ['failed', 'waiting', 'connecting', 'stopped', 'live'];

/**
 * @summary How each data source of the workshop stands: status, age, counts, and what could not be used.
 *
 * @tag twin-connections
 *
 * @csspart summary - The one line of density `compact`.
 * @csspart connection - One connection.
 * @csspart refusals - What a connection could not use.
 */
export class TwinConnections extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #ends: (() => void)[] = [];
  #followed: Twin | undefined;

  /** `compact`: one line that counts the sources by their status, for the header of a page. */
  @property({ reflect: true }) density: 'comfortable' | 'compact' = 'comfortable';

  /** Shows a sentence in the place of sources that the reader may not see. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    new ClockController(this, { twin: () => this.#twin.twin, visible: () => this.#visibility.visible });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  protected override updated(): void {
    this.#follow(this.#visibility.visible ? this.#twin.twin : undefined);
  }

  #follow(twin: Twin | undefined): void {
    if (twin === this.#followed) return;
    for (const end of this.#ends) end();
    this.#followed = twin;
    // Counts change with each message and are read once a second; only a change of status is shown at once.
    this.#ends = (twin?.connections ?? []).map((connection) => {
      let { state } = connection.status;
      return connection.subscribe(() => {
        if (connection.status.state === state) return;
        state = connection.status.state;
        this.requestUpdate();
      });
    });
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading, error } = this.#twin;
    if (this.locked) return html`<p class="quiet">${terms.noPermission}</p>`;
    if (!twin && loading) {
      return html`<div role="status" aria-label=${terms.loading}>
        <div class="skeleton"></div>
        <div class="skeleton"></div>
      </div>`;
    }
    if (!twin) {
      return html`<p class="quiet">
        ${error ?? terms.noTwin}
        ${
          error === undefined
            ? nothing
            : html`<button class="verb" @click=${() => this.#twin.retry()}>${terms.retry}</button>`
        }
      </p>`;
    }
    if (twin.connections.length === 0) return html`<p class="quiet">${terms.noConnections}</p>`;
    if (this.density === 'compact') return this.#renderSummary(twin.connections);
    return html`<h3 id="title">${terms.connections}</h3>
      <ul aria-labelledby="title">
        ${twin.connections.map((connection) => this.#renderConnection(twin, connection))}
      </ul>`;
  }

  /** All that are live first, then the others; the shape is that of the one that needs a person most. */
  #renderSummary(connections: readonly Connection[]): TemplateResult {
    const { terms } = this.#twin;
    const count = (state: ConnectionState) =>
      connections.filter(({ status }) => status.state === state).length;
    const present = byUrgency.filter((state) => count(state) > 0);
    const states = [...present].sort((a, b) => Number(b === 'live') - Number(a === 'live'));
    return html`<p class="summary" part="summary">
      ${states.map((state, index) => {
        const glyph = index > 0 || state === present[0] ? stateGlyph(connectionGlyph[state], 12) : nothing;
        const words = terms.connectionCount(count(state), state, index === 0);
        return html`${index > 0 ? terms.connectionComma : nothing}<span
            data-state=${connectionGlyph[state]}
            class=${state === 'live' ? 'quiet' : 'word'}
            >${glyph}${words}</span
          >`;
      })}
    </p>`;
  }

  #renderConnection(twin: Twin, connection: Connection): TemplateResult {
    const { terms, formats, language, timeZone } = this.#twin;
    const { status, settings, since, confirmedAt, observations, late, refusals } = connection;
    const now = twin.clock.now();
    const age = confirmedAt === undefined ? undefined : Math.max(0, now - confirmedAt);
    const word = terms.connectionStates[status.state];
    // A name that somebody gave says enough; an id may say nothing.
    const type = settings.name === undefined ? terms.connectionTypes[settings.type] : undefined;
    return html`<li
      class=${`connection ${status.state}`}
      part="connection"
      data-state=${connectionGlyph[status.state]}
    >
      <div class="line">
        ${stateGlyph(connectionGlyph[status.state])}
        <span class="name"
          ><b>${settings.name === undefined ? connection.id : textIn(settings.name, language.tag)}</b>${
            type === undefined ? nothing : html` <span class="caption">${type}</span>`
          }</span
        >
        <span class="word"
          >${word} <span class="caption">${terms.since(formats.time(since, timeZone))}</span></span
        >
        ${
          age === undefined
            ? html`<span class="quiet">${terms.neverHeard}</span>`
            : html`<span class="number"
                  >${formats.duration(age)}<span class="caption">${terms.lastMessage}</span></span
                >
                ${this.#renderCount(observations, terms.observations)}${this.#renderCount(late, terms.late)}
                ${this.#renderCount(refusals.count, terms.refused)}`
        }
      </div>
      ${this.#renderDetail(connection)}
      ${refusals.count > 0 ? this.#renderRefusals(refusals.newest) : nothing}
    </li>`;
  }

  #renderCount(count: number, caption: string): TemplateResult {
    return html`<span class="number"
      >${this.#twin.formats.number(count)}<span class="caption">${caption}</span></span
    >`;
  }

  /** What went wrong and what happens next, in sentences. */
  #renderDetail({ status, clockLead }: Connection): TemplateResult | typeof nothing {
    const { terms, formats } = this.#twin;
    const sentences: string[] = [];
    if (status.detail && status.state !== 'live') sentences.push(terms.connectionDetail(status.detail));
    if (status.retryAt !== undefined && status.state === 'waiting') {
      // The retry is due by the wall clock, whatever moment the page shows.
      const rest = Math.max(0, status.retryAt - Date.now());
      sentences.push(terms.nextTry(formats.duration(rest), status.attempt ?? 1));
    }
    if (clockLead > 0) sentences.push(terms.clockAhead(formats.duration(clockLead)));
    return sentences.length === 0
      ? nothing
      : html`${sentences.map((sentence) => html`<div class="detail">${sentence}</div>`)}`;
  }

  #renderRefusals(newest: readonly TimedRefusal[]): TemplateResult {
    const { terms, formats, timeZone } = this.#twin;
    return html`<details part="refusals">
      <summary>${terms.refusedInput}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${terms.refusalTime}</th>
            <th scope="col">${terms.place}</th>
            <th scope="col">${terms.found}</th>
            <th scope="col">${terms.allowed}</th>
          </tr>
        </thead>
        <tbody>
          ${newest.slice(0, listed).map(
            ({ time, place, found, allowed }) =>
              html`<tr>
                <td>${formats.timeWithSeconds(time, timeZone)}</td>
                <td data-caption=${terms.place}><code>${place}</code></td>
                <td data-caption=${terms.found}><code>${found}</code></td>
                <td data-caption=${terms.allowed}>${allowed}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }
}

define('twin-connections', TwinConnections);

declare global {
  interface HTMLElementTagNameMap {
    'twin-connections': TwinConnections;
  }
}
