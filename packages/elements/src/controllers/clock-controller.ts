import type { Twin } from '@twinfloor/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hurryTicks, onTick } from '../internal/tick.js';

/** What a {@link ClockController} is told. Functions are called before each update of the element. */
export interface ClockOptions {
  readonly twin: () => Twin | undefined;
  /** Whether anybody sees it. Default: always. */
  readonly visible?: () => boolean;
  /** Called with each tick and when the clock is set. Default: the element is rendered anew. */
  readonly tick?: () => void;
}

/**
 * Follows the clock of a twin, for ages, durations and ranges that end now: each second (one timer for the page), up
 * to four times a second in a fast replay, and at once when the clock is set. Stands still while the element is hidden.
 */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ClockOptions;
  #twin: Twin | undefined;
  #ends: (() => void)[] = [];
  #endHurry: (() => void) | undefined;

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
    if (!wanted) return;
    this.#ends = [onTick(this.#onTick), wanted.clock.subscribe(this.#onSet)];
    this.#hurry();
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
    this.#hurry();
  }

  /** A second of a fast replay is minutes: that is too long between two pictures. */
  #hurry(): void {
    const clock = this.#twin?.clock;
    const isFast = clock?.mode === 'playing' && clock.speed > 1;
    if (isFast) this.#endHurry ??= hurryTicks();
    else {
      this.#endHurry?.();
      this.#endHurry = undefined;
    }
  }

  readonly #onSet = (): void => {
    this.#hurry();
    this.#onTick();
  };

  readonly #onTick = (): void => {
    if (this.#options.tick) this.#options.tick();
    else this.#host.requestUpdate();
  };
}
