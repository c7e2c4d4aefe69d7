import type { Twin } from '@twinfloor/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onTick } from '../internal/tick.js';

/** What a {@link ClockController} is told. Functions are called before each update of the element. */
export interface ClockOptions {
  readonly twin: () => Twin | undefined;
  /** Whether anybody sees it. Default: always. */
  readonly visible?: () => boolean;
  /** Called each second and when the clock is set. Default: the element is rendered anew. */
  readonly tick?: () => void;
}

/**
 * Follows the clock of a twin, for ages, durations and ranges that end now: each second (one timer for the page),
 * and at once when the clock is set. Stands still while the element is hidden.
 */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ClockOptions;
  #twin: Twin | undefined;
  #ends: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, options: ClockOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The moment to show, in milliseconds since the epoch. */
  get now(): number {
    return this.#options.twin()?.clock.now() ?? Date.now();
  }

  hostUpdate(): void {
    const wanted = this.#options.visible?.() === false ? undefined : this.#options.twin();
    if (wanted === this.#twin) return;
    this.#stop();
    this.#twin = wanted;
    if (wanted) this.#ends = [onTick(this.#onTick), wanted.clock.subscribe(this.#onTick)];
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#twin = undefined;
  }

  readonly #onTick = (): void => {
    if (this.#options.tick) this.#options.tick();
    else this.#host.requestUpdate();
  };
}
