import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Terms } from '../locales/terms.js';

/** The table behind a chart, whose code is loaded when somebody first opens it. */
export class LazyTable<Given> {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<(given: Given) => TemplateResult>;
  #table: ((given: Given) => TemplateResult) | undefined;
  #isOpen = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<(given: Given) => TemplateResult>) {
    this.#host = host;
    this.#load = load;
  }

  /** The button that opens the table and, while it is open, the table. */
  render(terms: Terms, given: Given): TemplateResult {
    const isOpen = this.#isOpen;
    return html`<div class="table" part="table">
      <button class="verb caption" aria-expanded=${isOpen ? 'true' : 'false'} @click=${this.#toggle}>
        ${isOpen ? terms.hideTable : terms.showTable}</button
      >${isOpen ? this.#table?.(given) : undefined}
    </div>`;
  }

  readonly #toggle = async (): Promise<void> => {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
    this.#table ??= await this.#load();
    this.#host.requestUpdate();
  };
}
