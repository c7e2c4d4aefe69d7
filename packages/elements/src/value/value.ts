import { type Interval, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { knows, SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { property } from '../internal/property.js';
import { intervalOf } from '../internal/range.js';
import { signalLabel } from '../internal/signal-words.js';
import { stateGlyph } from '../internal/state-glyph.js';
import { stateStyles } from '../internal/state.styles.js';
import { valueTerms } from '../locales/en/value.js';
import { type Reading, readSignal } from './value-reading.js';
import { styles } from './value.styles.js';

addEnglish(valueTerms);

/**
 * @summary What one signal of a machine says now: a figure with its unit, a word, or a state with its glyph.
 *
 * Below it stands of when it is or since when it holds. The last figure of a source that has fallen silent stays, pale and
 * underlined, with the time since when; a state does not stay. A figure beyond a limit is bold and in the colour of
 * limits, and the limit is named. Of a counter it is the growth since the range began.
 *
 * @tag twin-value
 *
 * @csspart label - What the value is of.
 * @csspart value - Figure and unit, or the word.
 * @csspart caption - Of when it is, and what is to be known about it.
 */
export class TwinValue extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);

  /** Id of an equipment; `selected`: the one that is selected. */
  @property() equipment = '';

  /** Name of a signal, e.g. `temperature`, `state`, `order`. */
  @property() signal = '';

  /** `small` (18 px), `medium` (26), `large` (44) or, for walls, `huge` (72). */
  @property() size: 'small' | 'medium' | 'large' | 'huge' = 'medium';

  /** A limit that the value should stay above, in its unit. Default: none. */
  @property({ type: Number }) low: number | undefined;

  /** A limit that the value should stay below, in its unit. Default: none. */
  @property({ type: Number }) high: number | undefined;

  /** Shows how a figure went in the range as a line below it. */
  @property({ type: Boolean }) spark = false;

  /** Leaves the name of signal and machine to screen readers, where it stands beside it already. */
  @property({ type: Boolean, attribute: 'no-label' }) noLabel = false;

  /** Shows a sentence in the place of data that the reader may not see. */
  @property({ type: Boolean }) locked = false;

  /** Time of a spark, and from when a counter counts. Default: the provider's. */
  @property() range = '';

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

  get #address(): string {
    return `${this.#twin.equipment(this.equipment)?.id ?? ''}/${this.signal}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Few values have a line, so that the chart comes when one is asked for.
    if (changed.has('spark') && this.spark) void import('../trend/trend.js');
  }

  protected override render(): TemplateResult {
    const { twin, loading, terms } = this.#twin;
    if (loading) return this.#renderFrame(nothing, html`<span class="bone"></span>`, nothing);
    const reason = this.locked ? terms.noPermission : notice(this.#twin, this.equipment || '-');
    if (reason || !twin) return html`<p class="quiet">${reason}</p>`;
    return this.#renderValue(twin) ?? html`<p class="quiet">${terms.noSignal(this.signal)}</p>`;
  }

  #renderValue(twin: Twin): TemplateResult | undefined {
    const { language } = this.#twin;
    const equipment = this.#twin.equipment(this.equipment);
    if (!equipment || !knows(twin, this.#address)) return undefined;
    const { definition } = twin.signal(this.#address);
    const range: Interval = intervalOf(twin, this.range || this.#twin.range);
    const reading = readSignal(twin, equipment.id, definition, range, language);
    if (!reading) return undefined;
    const label = `${signalLabel(definition, language)} · ${textIn(equipment.name, language.tag)}`;
    const isLine = this.spark && reading.value !== undefined;
    return html`${this.#renderFrame(label, this.#renderReading(reading), this.#captionOf(reading))}${
      isLine
        ? html`<twin-trend
            spark
            no-value
            .twin=${twin}
            .equipment=${equipment.id}
            .signal=${this.signal}
            .range=${this.range || this.#twin.range}
            .as=${'total'}
          ></twin-trend>`
        : nothing
    }`;
  }

  #renderFrame(label: unknown, value: unknown, caption: unknown): TemplateResult {
    return html`<div data-size=${this.size}>
      <span class=${this.noLabel ? 'hidden-text' : 'label'} part="label">${label}</span>
      <span class="value" part="value">${value}</span>
      <span class="caption" part="caption">${caption}</span>
    </div>`;
  }

  #renderReading({ text, unit, state, value, isStale, isUncertain }: Reading): TemplateResult {
    const looks = [
      'figure',
      value === undefined && 'word',
      isStale && text && 'stale',
      isUncertain && 'uncertain',
      this.#limitBeyond(value) !== undefined && !isStale && 'beyond',
    ];
    return html`${state ? html`<span data-state=${state}>${stateGlyph(state)}</span>` : nothing}<span
        class=${looks.filter(Boolean).join(' ')}
        >${text || this.#twin.terms.none}<span class="unit">${unit}</span></span
      >`;
  }

  #captionOf({ caption, value, unit, isUncertain }: Reading): string {
    const { terms } = this.#twin;
    const limit = this.#limitBeyond(value);
    const limitText =
      limit === undefined
        ? ''
        : `${this.#twin.formats.number(limit, Number.isInteger(limit) ? 0 : 1)}${unit}`;
    const name = limit === this.high ? terms.highLimit(limitText) : terms.lowLimit(limitText);
    return [limit === undefined ? '' : name, isUncertain ? terms.uncertainValue : '', caption]
      .filter(Boolean)
      .join(' · ');
  }

  /** The limit that a value has passed. */
  #limitBeyond(value: number | undefined): number | undefined {
    if (value === undefined) return undefined;
    if (this.high !== undefined && value > this.high) return this.high;
    return this.low !== undefined && value < this.low ? this.low : undefined;
  }
}

define('twin-value', TwinValue);

declare global {
  interface HTMLElementTagNameMap {
    'twin-value': TwinValue;
  }
}
