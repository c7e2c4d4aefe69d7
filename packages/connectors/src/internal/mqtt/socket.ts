/** The part of a WebSocket that is used; the global one of browsers, or one that a Node host brings. */
export interface SocketLike {
  binaryType: string;
  send(data: Uint8Array): void;
  close(): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ArrayBuffer }) => void): void;
}

/** Makes a WebSocket, as `new WebSocket(url, protocols)` does. */
export type SocketConstructor = new (url: string, protocols: string[]) => SocketLike;

/**
 * The WebSocket of the host.
 *
 * @throws {RangeError} if it has none and brought none
 */
export function socketOf(brought: SocketConstructor | undefined): SocketConstructor {
  const socket = brought ?? (globalThis as { WebSocket?: SocketConstructor }).WebSocket;
  if (!socket) throw new RangeError('invalid platform: no WebSocket, allowed: one that the host brings');
  return socket;
}
