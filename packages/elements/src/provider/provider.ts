import { ContextProvider } from '@lit/context';
import type { Twin } from '@twinfloor/core';
import type { WorkshopProblem } from '@twinfloor/core/workshop';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { scopeContext, type TwinScope } from '../controllers/scope.js';
import { ScopeRequest } from '../controllers/scope-request.js';
import type { TwinHost } from '../controllers/twin-controller.js';
import type { TwinRangeChangeEvent } from '../events/range-change-event.js';
import { announceAppearance, onAppearanceChange } from '../internal/appearance.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { languageAt } from '../internal/language.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { adoptDefaultTheme, applyTheme } from '../themes/theme.js';
import type * as reader from './workshop-loader.js';

/**
 * @summary Reads a workshop file, runs its connectors and hands the twin to all elements inside.
 *
 * A provider without `src` and without `twin` hands on what the provider around it has, with its own theme,
 * language and range. What is wrong in the file is shown above the content; the rest of the page works.
 *
 * A `twin-range-change` from inside becomes the range, unless a listener prevents it. Of providers in each other the
 * nearest that has a workshop or a range of its own takes it, so that one with a theme only lets it pass; an element
 * that names its provider asks that one.
 *
 * @tag twin-provider
 *
 * @slot - Whatever shall show the workshop.
 *
 * @cssproperty [--twin-provider-background=var(--twin-color-page)] - Ground of a provider that has a theme.
 *
 * @csspart problems - The list of what is wrong in the workshop file.
 */
export class TwinProvider extends LitElement {
  static override styles = [hostStyles];

  /** Also watches `lang` and `dir`, which a page observer cannot see inside the shadow root of another element. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  readonly #outer = new ScopeRequest(this, () => this.requestUpdate());
  readonly #provided = new ContextProvider(this, { context: scopeContext });
  #reader: typeof reader | undefined;
  #owned: Twin | undefined;
  #stopped: Promise<void> = Promise.resolve();
  #loading: AbortController | undefined;
  #waiters: ((twin: Twin) => void)[] = [];
  #endAppearance: (() => void) | undefined;

  /** Whether something could be made of the file when it was read last. */
  #usable = false;

  @state() private problems: readonly WorkshopProblem[] = [];
  @state() private failure: string | undefined;

  /** Address of the workshop file, relative to the page. A change reads the new file. */
  @property() src = '';

  /** Built-in theme for all inside: `light`, `dark`, `control-room` or `big-screen`. Default: as around it. */
  @property({ reflect: true }) theme = '';

  /** Time that elements show which name none: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: `shift`. */
  @property() range = '';

  /** A twin made by script; takes the place of `src`. The script starts and stops it. */
  @property({ attribute: false }) twin: Twin | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptDefaultTheme();
    this.#outer.ask('');
    this.#endAppearance = onAppearanceChange(() => this.requestUpdate());
    // On itself for elements inside, even in a closed shadow root; on the page for those elsewhere that name it.
    this.addEventListener('twin-range-change', this.#onRangeChange);
    document.addEventListener('twin-range-change', this.#onRangeChange);
    if (this.#owned) void this.#restart();
    else if (this.hasUpdated && this.src) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endAppearance?.();
    this.#outer.release();
    document.removeEventListener('twin-range-change', this.#onRangeChange);
    // An element that is only moved comes back in the same task; its connections live on.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#loading?.abort();
      if (this.#owned) this.#stopped = this.#owned.stop();
    });
  }

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    super.attributeChangedCallback(name, previous, value);
    if ((name === 'lang' || name === 'dir') && this.hasUpdated) announceAppearance();
  }

  /** Resolves with the twin as soon as there is one. */
  ready(): Promise<Twin> {
    const twin = this.#current();
    return twin ? Promise.resolve(twin) : new Promise((resolve) => this.#waiters.push(resolve));
  }

  /**
   * Reads the workshop file again. What was read before stays until the new content is there, also if that is of no
   * use; what is wrong with it is shown.
   */
  reload(): void {
    if (this.src) void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('twin')) {
      this.#loading?.abort();
      this.#loading = undefined;
      this.#drop();
      if (this.src && !this.twin) void this.#load();
    }
    this.#provide();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('theme')) void applyTheme(this, this.theme || undefined);
    const twin = this.#current();
    if (!twin) return;
    for (const resolve of this.#waiters) resolve(twin);
    this.#waiters = [];
  }

  #current(): Twin | undefined {
    return this.twin ?? this.#owned ?? (this.src ? undefined : this.#outer.scope?.twin);
  }

  /** Whether the time that is shown is its own matter. */
  get #leads(): boolean {
    return this.range !== '' || this.src !== '' || this.twin !== undefined;
  }

  readonly #onRangeChange = (event: TwinRangeChangeEvent): void => {
    const path = event.composedPath();
    const { provider } = path[0] as Partial<TwinHost>;
    const around = path.filter((place) => place instanceof TwinProvider);
    const mine = provider
      ? provider === this.id
      : this === (around.find((place) => place.#leads) ?? around.at(-1));
    // Once all listeners have been asked: one on the provider itself is called after this one.
    if (mine) queueMicrotask(() => !event.defaultPrevented && (this.range = event.range));
  };

  #provide(): void {
    const outer = this.src || this.twin ? undefined : this.#outer.scope;
    const scope: TwinScope = {
      element: this,
      twin: this.#current(),
      loading: this.#loading !== undefined || outer?.loading === true,
      error: this.#error() ?? outer?.error,
      retry: () => (outer ? outer.retry() : this.reload()),
      range: this.range || this.#outer.scope?.range || 'shift',
    };
    const before = this.#provided.value as TwinScope | undefined;
    const same =
      before !== undefined &&
      before.twin === scope.twin &&
      before.loading === scope.loading &&
      before.error === scope.error &&
      before.range === scope.range;
    if (!same) this.#provided.setValue(scope);
  }

  /** One sentence for the elements, when there is a file but no twin of it. */
  #error(): string | undefined {
    if (!this.src || this.twin || this.#owned || this.#loading) return undefined;
    return languageAt(this).terms.workshopFailed;
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    this.requestUpdate();
    try {
      const url = new URL(this.src, this.ownerDocument.baseURI).href;
      // Reader, schema and the twin itself are loaded here: a page that gives its own twin has them already.
      this.#reader ??= await this.#loadReader();
      const { twin, problems, failure } = await this.#reader.loadWorkshop(url, loading.signal);
      loading.signal.throwIfAborted();
      if (twin) this.#drop();
      this.#usable = twin !== undefined;
      this.problems = problems;
      this.failure = failure;
      this.#owned = twin ?? this.#owned;
      if (twin && this.isConnected) twin.start();
    } catch (error) {
      if (loading.signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.#loading = undefined;
    this.requestUpdate();
  }

  async #loadReader(): Promise<typeof reader> {
    const loaded = await import('./workshop-loader.js');
    adoptStyles(this, loaded.problemListStyles);
    return loaded;
  }

  async #restart(): Promise<void> {
    await this.#stopped;
    if (this.isConnected) this.#owned?.start();
  }

  #drop(): void {
    void this.#owned?.stop();
    this.#owned = undefined;
    this.problems = [];
    this.failure = undefined;
  }

  protected override render(): TemplateResult {
    return html`${this.#reader?.problemList({
        host: this,
        file: this.src,
        problems: this.problems,
        failure: this.failure,
        usable: this.#usable,
        open: this.#owned === undefined,
        retry: () => this.reload(),
      })}<slot></slot>`;
  }
}

define('twin-provider', TwinProvider);

declare global {
  interface HTMLElementTagNameMap {
    'twin-provider': TwinProvider;
  }
}
