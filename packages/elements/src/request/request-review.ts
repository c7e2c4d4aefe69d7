import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import type { Current } from './request-value.js';

/** What the second step needs to know and to do. */
export interface ReviewView {
  /** What is changed, of which equipment. */
  readonly name: string;
  readonly from: Current;
  readonly to: Pick<Current, 'shown' | 'unit'>;
  readonly language: Language;
  /** Whether a reason is asked for. */
  readonly need: 'none' | 'optional' | 'required';
  readonly why: string;
  readonly mistake: string | undefined;
  readonly explain: (text: string) => void;
  readonly send: () => void;
  readonly cancel: () => void;
}

/** The second step: from what to what, why, and the button that sends. */
export function requestReview(view: ReviewView): TemplateResult {
  const { name, from, to, language, send, cancel } = view;
  const { terms } = language;
  const before = from.shown ? from.shown + from.unit : terms.none;
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  return html`<form part="form" novalidate @submit=${submit}>
    <div
      class="review"
      role="group"
      tabindex="-1"
      aria-label=${terms.requestSentence(name, before, to.shown + to.unit)}
    >
      <p class="change">
        <span class="from ${from.isStale ? 'stale' : ''}">${quantity(from, terms.none)}</span>
        ${
          svg`<svg width="20" height="12" viewBox="0 0 20 12" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.5" d="M0 6h18M13 1l5 5-5 5"></path></svg>` as TemplateResult
        }
        <span class="to">${quantity(to, terms.none)}</span>
      </p>
      ${reason(view)}
      <p class="actions">
        <button class="button main" type="submit">${terms.requestConfirm}</button>
        <button class="button" type="button" @click=${cancel}>${terms.requestCancel}</button>
      </p>
    </div>
  </form>`;
}

function quantity({ shown, unit }: Pick<Current, 'shown' | 'unit'>, none: string): TemplateResult {
  return html`${shown || none}<span class="unit">${shown ? unit : ''}</span>`;
}

function reason({ language, need, why, mistake, explain }: ReviewView): unknown {
  if (need !== 'optional' && need !== 'required') return nothing;
  const { terms } = language;
  return html`<div class="why">
    <label for="why">${need === 'required' ? terms.requestWhy : terms.requestWhyOptional}</label>
    <input
      id="why"
      type="text"
      autocomplete="off"
      maxlength="500"
      aria-required=${need === 'required' ? 'true' : 'false'}
      aria-invalid=${mistake === undefined ? 'false' : 'true'}
      aria-describedby=${mistake === undefined ? nothing : 'mistake'}
      .value=${why}
      @input=${(event: Event) => explain((event.target as HTMLInputElement).value)}
    />
    ${mistake === undefined ? nothing : html`<p class="mistake" id="mistake" role="alert">${mistake}</p>`}
  </div>`;
}
