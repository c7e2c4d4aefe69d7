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
  on?(type: string, listener: (value: PortEvent) => void): unknown;
  off?(type: string, listener: (value: PortEvent) => void): unknown;
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
  onError: (message: string) => void = () => undefined,
): () => void {
  const isTarget = port.addEventListener !== undefined;
  const failed = ({ message = 'a message could not be read' }: PortEvent) => onError(message);
  const listeners: [type: string, listener: (event: PortEvent) => void][] = [
    ['message', (event) => onMessage(isTarget ? event.data : event)],
    ['messageerror', failed],
    ['error', failed],
  ];
  const listening = isTarget ? port.addEventListener : port.on;
  const ending = isTarget ? port.removeEventListener : port.off;
  for (const [type, listener] of listeners) listening?.call(port, type, listener);
  port.start?.();
  return () => {
    for (const [type, listener] of listeners) ending?.call(port, type, listener);
  };
}
