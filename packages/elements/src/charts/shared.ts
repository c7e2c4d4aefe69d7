/** A value that all charts of one twin share; `undefined` while nobody has set it. */
export class Shared<Value> {
  #value: Value | undefined;
  readonly #listeners = new Set<(value: Value | undefined) => void>();

  get value(): Value | undefined {
    return this.#value;
  }

  /** Sets the value and tells all charts, if it is another one. */
  set(value: Value | undefined): void {
    if (value === this.#value) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        // One failing chart does not stop the others.
        reportError(error);
      }
    }
  }

  /** Calls back when the value changes; returns how to end that. */
  subscribe(listener: (value: Value | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
