import { ContextEvent, ContextRoot } from '@lit/context';
import type { Equipment, Twin } from '@twinfloor/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onAppearanceChange } from '../internal/appearance.js';
import { type Colours, coloursAt } from '../internal/colours.js';
import type { Formats } from '../internal/format.js';
import { type Language, languageAt } from '../internal/language.js';
import type { Terms } from '../locales/en.js';
import { adoptDefaultTheme } from '../themes/theme.js';
import { scopeContext, type TwinScope } from './scope.js';

/** An element that shows something of a twin. */
export interface TwinHost extends ReactiveControllerHost, HTMLElement {
  /** A twin given by script; goes before all others. */
  twin: Twin | undefined;
  /** Id of a `<twin-provider>` elsewhere on the page; absent: the one around the element. */
  provider: string;
}

let root: ContextRoot | undefined;

/**
 * Joins an element to its twin: the one given as `.twin`, the one of `provider="id"`, or that of the provider
 * around it, whichever is there first. Renders the element anew when twin, language or theme change.
 */
export class TwinController implements ReactiveController {
  readonly #host: TwinHost;
  #scope: TwinScope | undefined;
  #requested: string | undefined;
  #language: Language | undefined;
  #unsubscribe: (() => void) | undefined;
  #endAppearance: (() => void) | undefined;

  constructor(host: TwinHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The twin; `undefined` while there is none. */
  get twin(): Twin | undefined {
    return this.#host.twin ?? this.#scope?.twin;
  }

  /** Whether a provider is still reading the workshop file. */
  get loading(): boolean {
    return !this.#host.twin && this.#scope?.loading === true;
  }

  /** Why the provider has no twin, in one sentence. */
  get error(): string | undefined {
    return this.#host.twin ? undefined : this.#scope?.error;
  }

  /** The range of the provider; `shift` without one. */
  get range(): string {
    return this.#scope?.range || 'shift';
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

  /** The colours that hold at the provider, or at the element when it has none. */
  get colours(): Colours {
    return coloursAt(this.#scope?.element ?? this.#host);
  }

  /** Time zone of the workshop, for times of day. */
  get timeZone(): string {
    return this.twin?.workshop.timeZone ?? 'UTC';
  }

  /** An equipment of the twin; `undefined` if there is no twin or no such equipment. */
  equipment(id: string): Equipment | undefined {
    return this.twin?.tree.has(id) ? this.twin.tree.get(id) : undefined;
  }

  /** Lets the provider read its file again. */
  retry(): void {
    this.#scope?.retry();
  }

  hostConnected(): void {
    adoptDefaultTheme();
    if (!root) {
      // Answers elements that were upgraded before their provider.
      root = new ContextRoot();
      root.attach(document.documentElement);
    }
    this.#endAppearance = onAppearanceChange(this.#onAppearance);
    this.#language = undefined;
    this.#request();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#requested === this.#host.provider) return;
    this.#request();
    // The answer comes at once, in the middle of this update: what was derived before it has to be derived anew.
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#endAppearance?.();
    this.#release();
  }

  #request(): void {
    this.#release();
    const { provider } = this.#host;
    this.#requested = provider;
    const event = new ContextEvent(scopeContext, this.#host, this.#onScope, true);
    const target = provider ? this.#providerElement(provider) : this.#host;
    target?.dispatchEvent(event);
  }

  #providerElement(id: string): HTMLElement | null {
    const tree = this.#host.getRootNode() as Document | ShadowRoot;
    const found = tree.getElementById?.(id) ?? document.getElementById(id);
    if (!found) console.warn(`<${this.#host.localName}> finds no provider with the id "${id}".`);
    return found;
  }

  #release(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#scope = undefined;
  }

  // A field, not a method: the context root keeps it weakly and it must live as long as the controller.
  readonly #onScope = (scope: TwinScope, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) {
      this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
    }
    // An element that left while its request was waiting must not be held by the provider.
    if (!this.#host.isConnected) {
      this.#release();
      return;
    }
    if (scope === this.#scope) return;
    this.#scope = scope;
    this.#host.requestUpdate();
  };

  readonly #onAppearance = (): void => {
    this.#language = undefined;
    this.#host.requestUpdate();
  };
}
