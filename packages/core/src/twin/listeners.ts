/**
 * Who wants to be told. One that fails does not stop the others; its error still comes out, as an unhandled one.
 */
export class Listeners<Arguments extends readonly unknown[] = []> {
  readonly #listeners = new Set<(...told: Arguments) => void>();

  /** Adds a listener; returns how to take it away. Adding it again changes nothing. */
  add(listener: (...told: Arguments) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(...told: Arguments): void {
    for (const listener of this.#listeners) isolated(listener, ...told);
  }
}

/** Calls a function of somebody else's and reports what it throws instead of passing it on. */
export function isolated<Arguments extends readonly unknown[]>(
  listener: (...told: Arguments) => void,
  ...told: Arguments
): void {
  try {
    listener(...told);
  } catch (error) {
    // Node has no reportError; a rejected microtask would end the process there.
    if (typeof reportError === 'function') reportError(error);
    else console.error(error);
  }
}
