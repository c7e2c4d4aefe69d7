import type { Twin } from '@twinfloor/core';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { stackLightTerms } from '../locales/en/stack-light.js';
import { styles } from './stack-light.styles.js';

addEnglish(stackLightTerms);

/**
 * @summary Shows the state of one equipment.
 *
 * @tag twin-stack-light
 *
 * @csspart base - The wrapper around everything.
 * @csspart text - The state as a word, or why there is none.
 *
 * @cssproperty [--twin-stack-light-background=var(--twin-color-surface)] - Ground of the element.
 */
export class TwinStackLight extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);

  /** Id of the equipment, as in the workshop file. */
  @property() equipment = '';

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    new SignalsController(this, {
      twin: () => this.#twin.twin,
      addresses: () => [`${this.equipment}/state`],
      visible: () => this.#visibility.visible,
    });
  }

  /** What the element says: the state, or why it has none to show. */
  #text(): string {
    const { twin, terms, loading, error } = this.#twin;
    if (!twin) return loading ? terms.loading : (error ?? terms.noTwin);
    if (!this.#twin.equipment(this.equipment)) return terms.noEquipment(this.equipment);
    const series = twin.series(`${this.equipment}/state`, 'state');
    return terms.states[series?.at(twin.clock.now())?.state ?? 'unknown'];
  }

  protected override render(): TemplateResult {
    return html`
      <div part="base" role="group" aria-label=${this.#twin.terms.stackLightTitle}>
        <span part="text">${this.#text()}</span>
      </div>
    `;
  }
}

define('twin-stack-light', TwinStackLight);

declare global {
  interface HTMLElementTagNameMap {
    'twin-stack-light': TwinStackLight;
  }
}
