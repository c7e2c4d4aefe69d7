import { type RequestRules, textIn, type Twin, wordsOf } from '@twinfloor/core';
import { isPermitting, requestsOf, type SignalRequest, subscribeToPermit } from '@twinfloor/core/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { knows } from '../controllers/signals-controller.js';
import type { TwinController } from '../controllers/twin-controller.js';
import { TwinRequestEvent } from '../events/request-event.js';
import { announce } from '../internal/announce.js';
import { addEnglish } from '../internal/language.js';
import { signalLabel } from '../internal/signal-words.js';
import { requestTerms } from '../locales/en/request.js';
import type { TwinRequest } from './request.js';
import { requestForm } from './request-form.js';
import { requestReview } from './request-review.js';
import { requestStatus, statusSentence } from './request-status.js';
import { type Current, currentOf, type Entry, entryOf, mistakeOf, shownOf } from './request-value.js';

export { screenStyles } from './screen.styles.js';

addEnglish(requestTerms);

/** All of a request that is loaded when it is first seen. */
export class RequestScreen {
  readonly #host: TwinRequest;
  readonly #twin: TwinController;
  #of: { readonly twin: Twin; readonly address: string; readonly end: () => void } | undefined;
  /** What stands in the field; `undefined`: what the signal is now. */
  #typed: string | undefined;
  #why = '';
  #mistake: string | undefined;
  /** What is looked at in the second step. */
  #reviewed: Entry | undefined;

  constructor(host: TwinRequest, twin: TwinController) {
    this.#host = host;
    this.#twin = twin;
    host.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#reviewed) return;
      event.preventDefault();
      this.#cancel();
    });
  }

  /** Ends all that was begun; `read` begins anew. */
  dispose(): void {
    this.#of?.end();
    this.#of = undefined;
  }

  /** Follows the requests for a signal, before the element is rendered. */
  read(twin: Twin | undefined, address: string): void {
    if (this.#of?.twin === twin && this.#of?.address === address) return;
    this.dispose();
    this.#typed = this.#mistake = this.#reviewed = undefined;
    this.#why = '';
    if (!twin || !knows(twin, address) || !this.#host.isConnected) return;
    const ends = [
      requestsOf(twin).subscribe((request) => this.#told(request)),
      subscribeToPermit(twin, () => this.#host.requestUpdate()),
    ];
    this.#of = { twin, address, end: () => ends.forEach((end) => end()) };
  }

  #told(request: SignalRequest): void {
    if (request.signal !== this.#of?.address) return;
    const { language } = this.#twin;
    announce(statusSentence(this.#of.twin, request, language), language.tag);
    this.#host.requestUpdate();
  }

  async #go(change: () => void, focus: string): Promise<void> {
    change();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }

  #cancel(): void {
    void this.#go(() => {
      this.#reviewed = this.#mistake = undefined;
    }, '.review-button');
  }

  readonly #type = (text: string): void => {
    this.#typed = text;
    this.#mistake = undefined;
    this.#host.requestUpdate();
  };

  #review(twin: Twin, address: string, rules: RequestRules, current: Current): void {
    const { definition } = twin.signal(address);
    const entry = entryOf(definition, this.#typed ?? current.text);
    this.#mistake = mistakeOf(twin, address, rules, entry, current, this.#twin.language);
    if (this.#mistake !== undefined) {
      void this.#go(() => {}, 'input');
      return;
    }
    // Not the button that sends: a key that is held down must not do both steps.
    void this.#go(() => (this.#reviewed = entry), '.review');
  }

  #send(twin: Twin, address: string, value: Entry): void {
    const why = this.#why.trim() || undefined;
    if (this.#host.why === 'required' && why === undefined) {
      void this.#go(() => (this.#mistake = this.#twin.terms.requestWhyNeeded), '#why');
      return;
    }
    const { equipment } = twin.signal(address);
    void this.#go(() => {
      this.#reviewed = this.#typed = this.#mistake = undefined;
      this.#why = '';
      const event = new TwinRequestEvent(equipment, address, value, why);
      if (this.#host.dispatchEvent(event)) {
        void requestsOf(twin).ask(address, value, why === undefined ? {} : { why });
      }
    }, '.status');
  }

  /** The signal, what it is now, and a form or what became of the request. */
  render(twin: Twin, address: string): TemplateResult {
    const { language, terms } = this.#twin;
    if (!knows(twin, address)) return html`<p class="quiet">${terms.noSignal(this.#host.signal)}</p>`;
    const { equipment, definition } = twin.signal(address);
    const current = currentOf(twin, address, language);
    const label = signalLabel(definition, language);
    const name = textIn(twin.tree.get(equipment).name, language.tag);
    const request = requestsOf(twin).of(address);
    return html`<div class="head">
        <h3 part="label" id="label">${label} · ${name}</h3>
        <span class="now" part="now"
          ><span class="caption">${terms.requestNow}</span>
          <span class="figure ${current.isStale ? 'stale' : ''}"
            >${current.shown || terms.none}<span class="unit"
              >${current.shown ? current.unit : ''}</span
            ></span
          >
          <span class="caption">${current.caption}</span></span
        >
      </div>
      ${this.#renderForm(twin, address, current, `${label} · ${name}`)}
      ${request ? requestStatus(twin, request, language) : nothing}`;
  }

  #renderForm(twin: Twin, address: string, current: Current, name: string): unknown {
    const { language, terms } = this.#twin;
    const requests = requestsOf(twin);
    const obstacle = requests.obstacle(address);
    // The one on its way is told by its status.
    if (obstacle?.refusal === 'pending') return nothing;
    if (obstacle) {
      return html`<p class="quiet">${terms.requestRefusals[obstacle.refusal] ?? obstacle.detail}</p>`;
    }
    if (!isPermitting(twin)) return html`<p class="quiet">${terms.requestNotPermitting}</p>`;
    const rules = requests.rulesOf(address) as RequestRules;
    const { definition } = twin.signal(address);
    if (this.#reviewed === undefined) {
      return requestForm({
        definition,
        rules,
        language,
        typed: this.#typed ?? current.text,
        mistake: this.#mistake,
        words: (value) => wordsOf(twin.workshop, value, language.tag),
        type: this.#type,
        review: () => this.#review(twin, address, rules, current),
      });
    }
    const value = this.#reviewed;
    return requestReview({
      name,
      from: current,
      to: shownOf(twin, definition, value, language),
      language,
      need: this.#host.why,
      why: this.#why,
      mistake: this.#mistake,
      explain: (text) => {
        this.#why = text;
        this.#mistake = undefined;
        this.#host.requestUpdate();
      },
      send: () => this.#send(twin, address, value),
      cancel: () => this.#cancel(),
    });
  }
}
