import { createContext } from '@lit/context';
import type { Twin } from '@twinfloor/core';

/** What a provider hands down to all elements inside it. A change is a new object. */
export interface TwinScope {
  /** The provider: its computed style has the theme, its `lang` the language. */
  readonly element: HTMLElement;
  /** `undefined` while the workshop file is being read, or when there is none. */
  readonly twin: Twin | undefined;
  /** Whether a twin is on its way. */
  readonly loading: boolean;
  /** One sentence when no twin could be made. */
  readonly error: string | undefined;
  /** Reads the workshop file anew. */
  readonly retry: () => void;
  /** The range for elements that name none. */
  readonly range: string;
}

/** The key under which the scope is handed down. By `Symbol.for`, so that separately built packages meet. */
export const scopeContext = createContext<TwinScope>(Symbol.for('twinfloor.scope.1'));
