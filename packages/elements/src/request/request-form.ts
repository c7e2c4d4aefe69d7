import type { RequestRules, SignalDefinition } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { plain } from './request-value.js';

/** What the first step needs to know and to do. */
export interface FormView {
  readonly definition: SignalDefinition;
  readonly rules: RequestRules;
  readonly language: Language;
  /** What stands in the field, or is chosen. */
  readonly typed: string;
  readonly mistake: string | undefined;
  /** A word of the plant in the language of the page. */
  readonly words: (value: string) => string;
  readonly type: (text: string) => void;
  readonly review: () => void;
}

/** The first step: a field for a number, or a choice among words. */
export function requestForm(view: FormView): TemplateResult {
  const { rules, language, mistake, review } = view;
  const submit = (event: Event) => {
    event.preventDefault();
    review();
  };
  return html`<form part="form" novalidate @submit=${submit}>
    ${rules.values ? choice(view, rules.values) : field(view)}
    ${mistake === undefined ? nothing : html`<p class="mistake" id="mistake" role="alert">${mistake}</p>`}
    ${rules.values ? html`<p class="actions last">${reviewButton(language)}</p>` : nothing}
  </form>`;
}

function reviewButton({ terms }: Language): TemplateResult {
  return html`<button class="button review-button" type="submit">${terms.requestReview}</button>`;
}

function field({ definition, rules, language, typed, mistake, type }: FormView): TemplateResult {
  const { terms, formats } = language;
  const { minimum = 0, maximum = 0, step } = rules;
  const range = terms.requestRange(
    plain(minimum, language),
    plain(maximum, language),
    step === undefined ? '' : plain(step, language),
  );
  // Without a step of the file a press moves a hundredth of the range.
  const stride = step ?? niceStride((maximum - minimum) / 100);
  const move = (by: number) => () => {
    const value = Number(typed);
    const start = typed.trim() === '' || !Number.isFinite(value) ? minimum : value;
    const moved = minimum + (Math.round((start - minimum) / stride) + by) * stride;
    type(String(Number(Math.min(maximum, Math.max(minimum, moved)).toFixed(6))));
  };
  return html`<label for="value">${terms.requestValue}</label>
    <div class="fields">
      <span class="stepper">
        <button class="button" type="button" aria-label=${terms.requestLess} @click=${move(-1)}>−</button>
        <input
          id="value"
          type="number"
          inputmode="decimal"
          autocomplete="off"
          min=${minimum}
          max=${maximum}
          step=${step ?? 'any'}
          aria-describedby=${mistake === undefined ? 'range' : 'range mistake'}
          aria-invalid=${mistake === undefined ? 'false' : 'true'}
          .value=${typed}
          @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
        />
        <button class="button" type="button" aria-label=${terms.requestMore} @click=${move(1)}>+</button>
      </span>
      ${reviewButton(language)}
    </div>
    <p class="caption" id="range">${range}${formats.unit(definition.unit ?? '')}</p>`;
}

function choice(
  { definition, language, typed, words, type }: FormView,
  values: readonly (number | string)[],
): TemplateResult {
  const unit = language.formats.unit(definition.unit ?? '');
  return html`<fieldset>
    <legend>${language.terms.requestValue}</legend>
    <div class="fields">
      ${values.map(
        (value) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="value"
              .value=${String(value)}
              .checked=${String(value) === typed}
              @change=${() => type(String(value))}
            />${typeof value === 'number' ? plain(value, language) + unit : words(value)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** 1, 2 or 5 times a power of ten, not above a length. */
function niceStride(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  const factor = length / power;
  return (factor >= 5 ? 5 : factor >= 2 ? 2 : 1) * power;
}
