/** What of a keyboard event moves a cursor. */
export interface CursorKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The moment that a person points at, shared by all charts of one twin. */
export class ChartCursor {
  #time: number | undefined;
  readonly #listeners = new Set<(time: number | undefined) => void>();

  /** Milliseconds since the epoch; `undefined` while nobody points. */
  get time(): number | undefined {
    return this.#time;
  }

  /**
   * Points at a moment.
   *
   * @throws {RangeError} if the time is not a finite number
   */
  move(time: number): void {
    if (!Number.isFinite(time))
      throw new RangeError(`invalid time: ${time}, allowed: milliseconds since the epoch`);
    this.#set(time);
  }

  /** Points at nothing. */
  clear(): void {
    this.#set(undefined);
  }

  /** Calls back when the moment changes; returns how to end that. */
  subscribe(listener: (time: number | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(time: number | undefined): void {
    if (time === this.#time) return;
    this.#time = time;
    for (const listener of [...this.#listeners]) {
      try {
        listener(time);
      } catch (error) {
        // One failing chart does not stop the others.
        reportError(error);
      }
    }
  }
}

const cursors = new WeakMap<object, ChartCursor>();

/** The one cursor of a twin, made when a chart first asks for it. */
export function cursorOf(twin: object): ChartCursor {
  let cursor = cursors.get(twin);
  if (!cursor) cursors.set(twin, (cursor = new ChartCursor()));
  return cursor;
}
