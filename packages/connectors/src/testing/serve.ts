import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine for one test. */
export interface TestServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** The requests so far, as `GET /probe`. */
  readonly requests: string[];
  /** Stops listening and closes all connections; the port stays the same for `listen`. */
  close(): Promise<void>;
  /** Listens again after `close`. */
  listen(): Promise<void>;
}

/** Serves what a handler answers, on a free port of the loopback address. */
export async function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<TestServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (handle(request, response) === false) response.writeHead(404).end();
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve());
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    listen: () => listen(port),
  };
}
