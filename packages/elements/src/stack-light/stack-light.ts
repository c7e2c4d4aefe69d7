import { textIn, type Twin, wordsOf } from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { currentState } from '../internal/current-state.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { stateGlyph } from '../internal/state-glyph.js';
import { stateStyles } from '../internal/state.styles.js';
import { stackLightTerms } from '../locales/en/stack-light.js';
import { lampOf, lamps } from './lamps.js';
import { styles } from './stack-light.styles.js';

addEnglish(stackLightTerms);

/**
 * @summary The lamp column of one machine: red, amber, green and blue from above, after IEC 60073.
 *
 * Red is a fault; amber is idle, starved or blocked, and a warning while the machine runs; green is running; blue is
 * set-up or maintenance. A machine that is stopped by plan or switched off lights none; one of which nothing is known
 * has dashed lamps. The glyph in the lamp and the word beside it say the same without colour. Only a fault that
 * nobody has acknowledged flashes (1.4 Hz, and not where less motion is wished).
 *
 * @tag twin-stack-light
 *
 * @csspart base - The wrapper around everything.
 * @csspart lamps - The column.
 * @csspart text - State and duration in words, or why there are none.
 *
 * @cssproperty [--twin-stack-light-size=22px] - Side of a lamp; by `size` 16, 22 or 48 px.
 */
export class TwinStackLight extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);

  /** Id of a machine. */
  @property() equipment = '';

  /** `small` for rows, `medium`, or `large` for walls. */
  @property() size: 'small' | 'medium' | 'large' = 'medium';

  /** Puts the lamps side by side, red first. */
  @property({ type: Boolean }) horizontal = false;

  /** Says that somebody has taken note of the fault, so that it does not flash. */
  @property({ type: Boolean }) acknowledged = false;

  /** Leaves the words to screen readers, where they stand beside it already. */
  @property({ type: Boolean, attribute: 'no-text' }) noText = false;

  /** Shows a lock in the place of data that the reader may not see. */
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
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => {
        const { id } = this.#twin.equipment(this.equipment) ?? {};
        return id === undefined || this.locked ? [] : [`${id}/state`, `${id}/reason`, `${id}/conditions`];
      },
    });
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    const machine = this.#twin.equipment(this.equipment);
    if (this.locked) return this.#renderDark(terms.noPermission);
    if (loading)
      return this.#renderDark(html`<span class="bone"></span><i class="hidden-text">${terms.loading}</i>`);
    if (!twin || !machine) return this.#renderDark(notice(this.#twin, this.equipment));
    const now = twin.clock.now();
    const { state, since, trust } = currentState(twin, machine.id, now);
    const { formats, tag } = this.#twin.language;
    const lamp = lampOf(state);
    const duration = since === undefined ? '' : formats.duration(now - since);
    const active =
      state === 'running' ? twin.series(`${machine.id}/conditions`, 'condition')?.activeAt(now) : [];
    const warning = active?.find(({ level }) => level === 'warning');
    const isNoted = state === 'fault' && this.acknowledged;
    const reason = warning
      ? `${terms.stackLightWarning}: ${wordsOf(twin.workshop, warning.text ?? '', tag)}`
      : reasonAt(twin, machine.id, now, tag);
    const remarks = [reason, isNoted ? terms.acknowledged : ''].filter(Boolean).join(', ');
    const word = terms.states[state];
    return this.#renderBase(
      terms.equipmentSentence(textIn(machine.name, tag), word, duration, remarks),
      state === 'unknown',
      lamps.map((one) => {
        const isWarning = warning !== undefined && one === 'starved';
        if (one !== lamp && !isWarning) return html`<span class="lamp"></span>`;
        const flashes = one === 'fault' && !this.acknowledged;
        return html`<span class="lamp lit ${flashes ? 'flashing' : ''}" data-state=${one}
          >${isWarning ? '!' : stateGlyph(state)}</span
        >`;
      }),
      html`<span part="text" data-state=${state}>
        ${lamp ? nothing : stateGlyph(state)}<b class=${trust === 'late' ? 'stale' : ''}>${word}</b>
        <span class="quiet">${warning ? terms.stackLightWarning : duration}</span>
      </span>`,
    );
  }

  #renderDark(text: unknown): TemplateResult {
    return html`<div part="base" data-size=${this.size}><span part="text" class="quiet">${text}</span></div>`;
  }

  #renderBase(label: string, isUnknown: boolean, column: unknown, text: unknown): TemplateResult {
    const kinds = `${this.horizontal ? 'horizontal' : ''} ${isUnknown ? 'unknown' : ''}`;
    return html`<div part="base" class=${kinds} data-size=${this.size} role="img" aria-label=${label}>
      <span part="lamps">${column}</span>${this.noText ? nothing : text}
    </div>`;
  }
}

define('twin-stack-light', TwinStackLight);

declare global {
  interface HTMLElementTagNameMap {
    'twin-stack-light': TwinStackLight;
  }
}
