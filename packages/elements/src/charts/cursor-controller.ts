import type { Twin } from '@twinfloor/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ChartCursor, cursorOf } from './cursor.js';

/**
 * Joins a chart to the cursor of its twin while it is connected, and renders the chart anew when the cursor moves.
 * Without a twin nothing is pointed at, and pointing does nothing.
 */
export class CursorController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly isConnected: boolean };
  readonly #twin: () => Twin | undefined;
  readonly #also: ((twin: Twin) => () => void) | undefined;
  #cursor: ChartCursor | undefined;
  #ends: ((() => void) | undefined)[] = [];

  /**
   * @param twin - asked before each update of the chart
   * @param also - begins to follow what else of the twin the chart shows, and returns how to end that
   */
  constructor(
    host: ReactiveControllerHost & { readonly isConnected: boolean },
    twin: () => Twin | undefined,
    also?: (twin: Twin) => () => void,
  ) {
    this.#host = host;
    this.#twin = twin;
    this.#also = also;
    host.addController(this);
  }

  /** Milliseconds since the epoch; `undefined` while nobody points. */
  get time(): number | undefined {
    return this.#cursor?.time;
  }

  /** Points at a moment. */
  move(time: number): void {
    this.#cursor?.move(time);
  }

  /** Points at nothing. */
  clear(): void {
    this.#cursor?.clear();
  }

  hostUpdate(): void {
    const twin = this.#host.isConnected ? this.#twin() : undefined;
    const cursor = twin && cursorOf(twin);
    if (cursor === this.#cursor) return;
    this.hostDisconnected();
    this.#cursor = cursor;
    if (!twin || !cursor) return;
    this.#ends = [cursor.subscribe(() => this.#host.requestUpdate()), this.#also?.(twin)];
  }

  hostDisconnected(): void {
    for (const end of this.#ends) end?.();
    this.#ends = [];
    this.#cursor = undefined;
  }
}
