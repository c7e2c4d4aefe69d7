import WebSocket from 'ws';
import type { TextSocketConstructor } from '../http/socket-stream.js';
import { freePort } from './ports.js';

/** A WebSocket for Node before 22. */
export const NodeTextSocket = WebSocket as unknown as TextSocketConstructor;

/** A WebSocket server of this machine for one test. */
export interface SocketServer {
  /** The port stays the same. */
  readonly url: string;
  /** The messages that came, in order. */
  readonly received: string[];
  /** The addresses and headers with which clients came. */
  readonly requests: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[];
  /** The number of clients. */
  readonly clients: number;
  /** Sends a message to all clients. */
  send(message: string | Uint8Array): void;
  /** Ends all connections with a code, or as a cut wire would. */
  drop(code?: number): void;
  /** Stops listening and drops all. */
  close(): Promise<void>;
  /** Listens again after `close`. */
  listen(): Promise<void>;
}

/** Starts a WebSocket server. */
export async function socketServer(onOpen?: (socket: WebSocket) => void): Promise<SocketServer> {
  const port = await freePort();
  const received: string[] = [];
  const requests: { url: string; headers: Readonly<Record<string, unknown>> }[] = [];
  let server: WebSocket.Server | undefined;
  const listen = async (): Promise<void> => {
    const listening = new WebSocket.Server({ port, host: '127.0.0.1' });
    server = listening;
    listening.on('connection', (socket, { url = '', headers }) => {
      requests.push({ url, headers });
      socket.on('message', (data) => received.push(data.toString()));
      socket.on('error', () => {});
      onOpen?.(socket);
    });
    await new Promise<void>((resolve) => listening.once('listening', resolve));
  };
  await listen();
  return {
    url: `ws://127.0.0.1:${port}`,
    received,
    requests,
    get clients() {
      return server?.clients.size ?? 0;
    },
    send(message) {
      for (const socket of server?.clients ?? []) socket.send(message);
    },
    drop(code) {
      for (const socket of server?.clients ?? []) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    async close() {
      const ending = server;
      server = undefined;
      for (const socket of ending?.clients ?? []) socket.terminate();
      if (ending) await new Promise<void>((resolve) => ending.close(() => resolve()));
    },
    listen,
  };
}
