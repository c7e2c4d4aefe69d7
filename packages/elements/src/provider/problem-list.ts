import type { WorkshopProblem } from '@twinfloor/core/workshop';
import { html, nothing, type TemplateResult } from 'lit';
import { addEnglish, languageAt } from '../internal/language.js';
import { providerTerms } from '../locales/en/provider.js';

addEnglish(providerTerms);

/** What is to be said of a workshop file that was read. */
export interface ProblemListOptions {
  /** Whose language is spoken. */
  readonly host: HTMLElement;
  /** Address of the file, as the page gives it. */
  readonly file: string;
  readonly problems: readonly WorkshopProblem[];
  /** Why the file could not be fetched. */
  readonly failure: string | undefined;
  /** Whether a twin could be made of what is right. */
  readonly usable: boolean;
  /** Whether the list is open at first: only where nothing else is left to look at. */
  readonly open: boolean;
  readonly retry: () => void;
}

/** What is wrong with a workshop file, as a list that can be opened: place, what was found, what is allowed. */
export function problemList(options: ProblemListOptions): TemplateResult | typeof nothing {
  const { host, file, problems, failure, usable, open, retry } = options;
  const { terms } = languageAt(host);
  if (failure !== undefined) {
    return html`<div class="problems" part="problems">
      <p role="alert"><strong>${terms.workshopFailed}</strong> <code>${file}</code> ${failure}</p>
      <button class="verb" @click=${retry}>${terms.retry}</button>
    </div>`;
  }
  if (problems.length === 0) return nothing;
  // One wrong entry must not push a wall display down.
  return html`<details class="problems" part="problems" ?open=${open}>
    <summary>
      <strong>${usable ? terms.problems(problems.length) : terms.workshopFailed}</strong>
      <span class="quiet">${file}</span>
    </summary>
    <ul>
      ${problems.map(
        ({ path, found, allowed, hint }) =>
          html`<li>
            <code>${path || '/'}</code><br />${terms.foundAllowed(found, allowed)}${
              hint ? html`<br />${hint}` : nothing
            }
          </li>`,
      )}
    </ul>
  </details>`;
}
