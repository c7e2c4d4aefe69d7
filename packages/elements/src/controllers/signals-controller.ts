import type { Twin } from '@twinfloor/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a {@link SignalsController} is told. All functions are called before each update of the element. */
export interface SignalsOptions {
  readonly twin: () => Twin | undefined;
  /**
   * The addresses to follow; those that the workshop does not know are left out. The same array again says at once
   * that nothing has changed.
   */
  readonly addresses: () => readonly string[];
  /** Whether anybody sees it. Default: always. */
  readonly visible?: () => boolean;
  /** Called once per frame with what changed. Default: the element is rendered anew. */
  readonly changed?: (changed: ReadonlySet<string>) => void;
}

/**
 * Follows signals of a twin while its element is connected and seen. Hidden elements are subscribed to nothing;
 * what they missed they read when they are seen again.
 */
export class SignalsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SignalsOptions;
  #twin: Twin | undefined;
  #addresses: readonly string[] | undefined;
  #key = '';
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: SignalsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const { twin, addresses, visible } = this.#options;
    const wanted = visible?.() === false ? undefined : twin();
    const asked = addresses();
    if (wanted === this.#twin && asked === this.#addresses) return;
    const known = wanted ? asked.filter((address) => knows(wanted, address)) : [];
    this.#addresses = asked;
    const key = known.join(' ');
    if (wanted === this.#twin && key === this.#key) return;
    this.#stop();
    this.#twin = wanted;
    this.#addresses = asked;
    this.#key = key;
    if (wanted && known.length > 0) this.#end = wanted.subscribe(known, this.#onChange);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#end?.();
    this.#end = undefined;
    this.#twin = undefined;
    this.#addresses = undefined;
    this.#key = '';
  }

  readonly #onChange = (changed: ReadonlySet<string>): void => {
    if (this.#options.changed) this.#options.changed(changed);
    else this.#host.requestUpdate();
  };
}

/** Whether the workshop has the signal: elements show "no data" for a wrong address and throw nothing. */
export function knows(twin: Twin, address: string): boolean {
  try {
    twin.signal(address);
    return true;
  } catch {
    return false;
  }
}
