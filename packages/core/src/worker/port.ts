/** What a port says when something came or went wrong. */
interface PortEvent {
  readonly type?: string;
  readonly data?: unknown;
  readonly message?: string;
}

/** A `Worker`, a `MessagePort`, the inside of a worker; also the `Worker` of Node, which calls its listeners by `on`. */
export interface FigurePort {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener?(type: string, listener: (event: PortEvent) => void): void;
  removeEventListener?(type: string, listener: (event: PortEvent) => void): void;
  on?(type: string, listener: (value: unknown) => void): unknown;
  off?(type: string, listener: (value: unknown) => void): unknown;
  start?(): void;
}

/** What is asked of the other side. */
export interface FigureRequest {
  readonly id: number;
  /** Name of a function of `@twinfloor/core/kpi`. */
  readonly figure: string;
  /** As `packed` makes them. */
  readonly arguments: unknown;
}

/** What comes back: the result, or the error with which the function refused. */
export interface FigureAnswer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/**
 * Follows what comes through a port, and what goes wrong with it.
 *
 * @returns ends it
 */
export function listen(
  port: FigurePort,
  onMessage: (message: unknown) => void,
  onError?: (message: string) => void,
): () => void {
  const message = ({ data }: PortEvent) => onMessage(data);
  const error = (event: PortEvent) => onError?.(event.message ?? 'a message could not be read');
  if (port.addEventListener && port.removeEventListener) {
    port.addEventListener('message', message);
    port.addEventListener('messageerror', error);
    port.addEventListener('error', error);
    port.start?.();
    return () => {
      port.removeEventListener?.('message', message);
      port.removeEventListener?.('messageerror', error);
      port.removeEventListener?.('error', error);
    };
  }
  const failed = (found: unknown) => error(found as PortEvent);
  port.on?.('message', onMessage);
  port.on?.('messageerror', failed);
  port.on?.('error', failed);
  return () => {
    port.off?.('message', onMessage);
    port.off?.('messageerror', failed);
    port.off?.('error', failed);
  };
}
