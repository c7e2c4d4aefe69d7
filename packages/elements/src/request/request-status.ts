import type { Twin } from '@twinfloor/core';
import { requestsOf, type RequestState, type SignalRequest } from '@twinfloor/core/requests';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { quantityText } from './request-value.js';

/** Lines on a grid of 24: an hourglass, a tick, a cross, a question mark. */
const marks: Readonly<Record<RequestState, string>> = {
  permitting: 'M6 3h12M6 21h12M7 3c0 5 4 6 5 9-1 3-5 4-5 9M17 3c0 5-4 6-5 9 1 3 5 4 5 9',
  pending: 'M6 3h12M6 21h12M7 3c0 5 4 6 5 9-1 3-5 4-5 9M17 3c0 5-4 6-5 9 1 3 5 4 5 9',
  confirmed: 'M4 12.5 9.5 18 20 6.5',
  refused: 'M5 5l14 14M19 5 5 19',
  timedOut: 'M8 8.5C8 6 9.6 4.5 12 4.5s4 1.5 4 3.7c0 3-4 3.2-4 6.3M12 18.5v2',
};

/** What became of a request, in one sentence. */
export function statusSentence(twin: Twin, request: SignalRequest, language: Language): string {
  const { terms, formats } = language;
  const { signal, state, refusal, detail = '', endedAt = 0 } = request;
  const value = quantityText(twin, signal, request.value, language);
  switch (state) {
    case 'permitting':
      return terms.requestPermitting(value);
    case 'pending':
      return terms.requestPending(value);
    case 'confirmed':
      return terms.requestConfirmed(value, formats.timeWithSeconds(endedAt, twin.workshop.timeZone));
    case 'refused':
      return terms.requestRefused(value, (refusal && terms.requestRefusals[refusal]) ?? detail);
    case 'timedOut':
      return terms.requestTimedOut(value, formats.duration(limitOf(twin, request)));
  }
}

/** What became of the newest request; while it is pending, for how long it has been. */
export function requestStatus(twin: Twin, request: SignalRequest, language: Language): TemplateResult {
  const { state, who, askedAt, why } = request;
  const { formats, terms } = language;
  const sentence = statusSentence(twin, request, language);
  const limit = limitOf(twin, request);
  const elapsed = Math.min(limit, Math.max(0, twin.clock.latest - askedAt));
  const pending = terms.requestElapsed(who ?? '', formats.duration(elapsed), formats.duration(limit));
  const ended = [who, why].filter(Boolean).join(' · ');
  return html`<div class="status ${state}" part="status" tabindex="-1" role="group" aria-label=${sentence}>
    ${
      svg`<svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2.5" d=${marks[state]}></path></svg>` as TemplateResult
    }
    <p>${sentence}</p>
    ${
      state === 'pending'
        ? html`<p class="caption">${pending}</p>
            <span class="bar" ${properties({ '--_share': elapsed / limit })}></span>`
        : ended
          ? html`<p class="caption">${ended}</p>`
          : nothing
    }
  </div>`;
}

/** How long the plant has for it, in milliseconds. */
function limitOf(twin: Twin, { signal }: SignalRequest): number {
  return requestsOf(twin).timeoutOf(signal);
}
