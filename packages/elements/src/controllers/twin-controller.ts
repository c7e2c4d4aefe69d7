import type { Equipment, Twin } from '@twinfloor/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onAppearanceChange } from '../internal/appearance.js';
import { type Colours, coloursAt } from '../internal/colours.js';
import type { Formats } from '../internal/format.js';
import { type Language, languageAt } from '../internal/language.js';
import type { Terms } from '../locales/terms.js';
import { adoptDefaultTheme } from '../themes/theme.js';
import { ScopeRequest } from './scope-request.js';

/** An element that shows something of a twin. */
export interface TwinHost extends ReactiveControllerHost, HTMLElement {
  /** A twin given by script; goes before all others. */
  twin: Twin | undefined;
  /** Id of a `<twin-provider>` elsewhere on the page; absent: the one around the element. */
  provider: string;
}

/**
 * Joins an element to its twin: the one given as `.twin`, the one of `provider="id"`, or that of the provider
 * around it, whichever is there first. Renders the element anew when twin, language or theme change.
 */
export class TwinController implements ReactiveController {
  readonly #host: TwinHost;
  readonly #request: ScopeRequest;
  #asked: string | undefined;
  #language: Language | undefined;
  #endAppearance: (() => void) | undefined;
  #selectionOf: Twin | undefined;
  #endSelection: (() => void) | undefined;

  constructor(host: TwinHost) {
    this.#host = host;
    this.#request = new ScopeRequest(host, () => host.requestUpdate());
    host.addController(this);
  }

  /** The twin; `undefined` while there is none. */
  get twin(): Twin | undefined {
    return this.#host.twin ?? this.#request.scope?.twin;
  }

  /** Whether a provider is still reading the workshop file. */
  get loading(): boolean {
    return !this.#host.twin && this.#request.scope?.loading === true;
  }

  /** Why the provider has no twin, in one sentence. */
  get error(): string | undefined {
    return this.#host.twin ? undefined : this.#request.scope?.error;
  }

  /** The range of the provider; `shift` without one. */
  get range(): string {
    return this.#request.scope?.range || 'shift';
  }

  get language(): Language {
    return (this.#language ??= languageAt(this.#host));
  }

  get terms(): Terms {
    return this.language.terms;
  }

  get formats(): Formats {
    return this.language.formats;
  }

  /** The colours that hold at the provider, or on the page: who shares them shares patterns made of them too. */
  get colours(): Colours {
    return coloursAt(this.#request.scope?.element ?? document.documentElement);
  }

  /** Time zone of the workshop, for times of day. */
  get timeZone(): string {
    return this.twin?.workshop.timeZone ?? 'UTC';
  }

  /**
   * An equipment of the twin; `undefined` if there is no twin or no such equipment. `selected` is the one that is
   * selected; who asks for it is rendered anew when another one is.
   */
  equipment(id: string): Equipment | undefined {
    const { twin } = this;
    if (id === 'selected') this.#followSelection(twin);
    const found = id === 'selected' ? twin?.selection.equipment : id;
    return found !== undefined && twin?.tree.has(found) ? twin.tree.get(found) : undefined;
  }

  /** Lets the provider read its file again. */
  retry(): void {
    this.#request.scope?.retry();
  }

  hostConnected(): void {
    adoptDefaultTheme();
    this.#endAppearance = onAppearanceChange(this.#onAppearance);
    this.#language = undefined;
    this.#ask();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#asked === this.#host.provider) return;
    this.#ask();
    // The answer comes at once, in the middle of this update: what was derived before it has to be derived anew.
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#endAppearance?.();
    this.#followSelection(undefined);
    this.#request.release();
  }

  #followSelection(twin: Twin | undefined): void {
    if (twin === this.#selectionOf || (twin && !this.#host.isConnected)) return;
    this.#endSelection?.();
    this.#selectionOf = twin;
    this.#endSelection = twin?.selection.subscribe(() => this.#host.requestUpdate());
  }

  #ask(): void {
    this.#asked = this.#host.provider;
    this.#request.ask(this.#asked);
  }

  readonly #onAppearance = (): void => {
    this.#language = undefined;
    this.#host.requestUpdate();
  };
}
