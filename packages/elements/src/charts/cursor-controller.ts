import type { Interval, Twin } from '@twinfloor/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ChartCursor, cursorOf } from './cursor.js';
import type { Shared } from './shared.js';
import { shownPart, viewOf } from './view.js';

/**
 * Joins a chart to the cursor and the zoom of its twin while it is connected, and renders the chart anew when one of
 * them changes. Without a twin nothing is pointed at, and pointing does nothing.
 */
export class CursorController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly isConnected: boolean };
  readonly #twin: () => Twin | undefined;
  readonly #also: ((twin: Twin) => () => void) | undefined;
  #cursor: ChartCursor | undefined;
  #view: Shared<Interval> | undefined;
  #word: string | undefined;
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

  /**
   * The part of a range that the charts of the twin are zoomed in to; the whole of it while they are not.
   *
   * @param word - the range as it was asked for: when it becomes another one, the zoom ends
   */
  shown(range: Interval, word = this.#word): Interval {
    if (this.#word !== undefined && word !== this.#word) this.show(undefined);
    this.#word = word;
    return shownPart(range, this.#view?.value);
  }

  /** Zooms all charts of the twin in to a stretch of time; `undefined`: each shows its whole range. */
  show(window: Interval | undefined): void {
    this.#view?.set(window);
  }

  hostUpdate(): void {
    const twin = this.#host.isConnected ? this.#twin() : undefined;
    const cursor = twin && cursorOf(twin);
    if (cursor === this.#cursor) return;
    this.hostDisconnected();
    this.#cursor = cursor;
    if (!twin || !cursor) return;
    this.#view = viewOf(twin);
    const changed = () => this.#host.requestUpdate();
    this.#ends = [cursor.subscribe(changed), this.#view.subscribe(changed), this.#also?.(twin)];
  }

  hostDisconnected(): void {
    for (const end of this.#ends) end?.();
    this.#ends = [];
    this.#cursor = undefined;
    this.#view = undefined;
  }
}
