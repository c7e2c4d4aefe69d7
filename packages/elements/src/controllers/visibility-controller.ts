import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { observeVisibility } from '../internal/visibility.js';

/** Knows whether its element is on the screen or near it; renders it anew when it comes into view. */
export class VisibilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #visible = false;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the element can be seen. False until the browser has said so. */
  get visible(): boolean {
    return this.#visible;
  }

  hostConnected(): void {
    this.#end = observeVisibility(this.#host, (visible) => {
      if (visible === this.#visible) return;
      this.#visible = visible;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#visible = false;
  }
}
