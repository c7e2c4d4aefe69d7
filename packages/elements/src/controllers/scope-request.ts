import { ContextEvent } from '@lit/context';
import { scopeContext, type TwinScope } from './scope.js';

/** Asks for the scope of a provider and keeps it up to date until it is released. */
export class ScopeRequest {
  readonly #host: HTMLElement;
  readonly #changed: () => void;
  #scope: TwinScope | undefined;
  #unsubscribe: (() => void) | undefined;
  #endWaiting: (() => void) | undefined;

  /** @param changed - called when there is a scope or another one */
  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** What the provider hands down; `undefined` while no provider has answered. */
  get scope(): TwinScope | undefined {
    return this.#scope;
  }

  /**
   * Asks anew.
   *
   * @param provider - id of the provider to ask; empty: the one around the host
   */
  ask(provider: string): void {
    this.release();
    const target = provider ? this.#providerElement(provider) : this.#host;
    target?.dispatchEvent(new ContextEvent(scopeContext, this.#host, this.#answer, true));
    if (!this.#scope) this.#askLater(provider);
  }

  /** Forgets the scope and is told no more. */
  release(): void {
    this.#endWaiting?.();
    this.#endWaiting = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#scope = undefined;
  }

  /** The provider of an id, if it is there and is one already. */
  #providerElement(id: string): HTMLElement | undefined {
    const tree = this.#host.getRootNode() as Document | ShadowRoot;
    const found = tree.getElementById?.(id) ?? document.getElementById(id);
    return found?.matches(':defined') ? found : undefined;
  }

  /** Providers say when they come to the page or to life, which may be after the elements that need them. */
  #askLater(provider: string): void {
    const retry = () => this.ask(provider);
    document.addEventListener('context-provider', retry);
    this.#endWaiting = () => document.removeEventListener('context-provider', retry);
  }

  readonly #answer = (scope: TwinScope | undefined, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) {
      this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
    }
    // A provider that has only just come to life answers with nothing first, and with its scope soon after.
    if (scope === this.#scope || scope === undefined) return;
    this.#endWaiting?.();
    this.#scope = scope;
    this.#changed();
  };
}
