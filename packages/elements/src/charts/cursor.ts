import { Shared } from './shared.js';

/** What of a keyboard event moves a cursor. */
export interface CursorKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The moment that a person points at, shared by all charts of one twin. */
export class ChartCursor extends Shared<number> {
  /** Milliseconds since the epoch; `undefined` while nobody points. */
  get time(): number | undefined {
    return this.value;
  }

  /**
   * Points at a moment.
   *
   * @throws {RangeError} if the time is not a finite number
   */
  move(time: number): void {
    if (!Number.isFinite(time))
      throw new RangeError(`invalid time: ${time}, allowed: milliseconds since the epoch`);
    this.set(time);
  }

  /** Points at nothing. */
  clear(): void {
    this.set(undefined);
  }
}

const cursors = new WeakMap<object, ChartCursor>();

/** The one cursor of a twin, made when a chart first asks for it. */
export function cursorOf(twin: object): ChartCursor {
  let cursor = cursors.get(twin);
  if (!cursor) cursors.set(twin, (cursor = new ChartCursor()));
  return cursor;
}
