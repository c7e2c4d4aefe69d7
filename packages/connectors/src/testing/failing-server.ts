import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { serve } from './serve.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

const json = { 'content-type': 'application/json' };

/** How a server can fail, by name. */
const answers = {
  /** The answer is right and comes after a second. */
  slow: (_, response) => void setTimeout(() => response.writeHead(200, json).end('{"value":1}'), 1_000),
  /** The head comes at once, then a byte each 20 ms, without end. */
  drip(_, response) {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
  /** The connection ends in the middle of a message of known length. */
  cut(_, response) {
    response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"value":');
    setTimeout(() => response.destroy(), 10);
  },
  /** The connection ends in the middle of a message of unknown length. */
  cutInChunk(_, response) {
    response.writeHead(200, json).write('{"value":');
    setTimeout(() => response.destroy(), 10);
  },
  /** The page of a proxy or a login, with status 200. */
  wrongType: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
  /** Asked too often; come back in seven seconds. */
  tooOften: (_, response) => response.writeHead(429, { 'retry-after': '7' }).end(),
  /** Asked too often; come back at a date, nine seconds after the server's own. */
  tooOftenUntil(_, response) {
    const date = Math.floor(Date.now() / 1000) * 1000;
    const text = (time: number): string => new Date(time).toUTCString();
    response.writeHead(429, { date: text(date), 'retry-after': text(date + 9_000) }).end();
  },
  unavailable: (_, response) => response.writeHead(503, { 'retry-after': '2' }).end('no'),
  internalError: (_, response) => response.writeHead(500).end(),
  unauthorized: (_, response) => response.writeHead(401, { 'www-authenticate': 'Bearer' }).end(),
  forbidden: (_, response) => response.writeHead(403).end(),
  notFound: (_, response) => response.writeHead(404).end(),
  redirectLoop: ({ url }, response) => response.writeHead(302, { location: url }).end(),
  /** Complete for HTTP, but the JSON lacks its end. */
  truncated: (_, response) => response.writeHead(200, json).end('{"value": [1, 2'),
  /** Without end, as fast as it is read. */
  huge(_, response) {
    const part = Buffer.alloc(1024 * 1024, ' ');
    response.writeHead(200, json);
    const write = (): void => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', write);
    write();
  },
  /** Says it is compressed and is not. */
  notCompressed: (_, response) =>
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('{"value":1}'),
  empty: (_, response) => response.writeHead(200, json).end(),
  /** Takes the request and never says anything. */
  silent: () => {},
  /** Ends the connection at once. */
  closed: (_, response) => response.destroy(),
  /** Speaks another language than HTTP. */
  notHttp: (_, response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
} satisfies Record<string, Answer>;

/** How a server can fail. */
export type Failure = keyof typeof answers;

/** All ways in which a server can fail. */
export const failures = Object.keys(answers) as Failure[];

/** A server of this machine that fails as it is told. */
export interface FailingServer {
  /** Without a slash at its end; the port stays the same. */
  readonly url: string;
  /** How the next requests fail; `undefined`: they are served. */
  failure: Failure | undefined;
  /** The requests so far. */
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingHttpHeaders;
  }[];
  /** Ends it and all connections. */
  close(): Promise<void>;
  /** Listens again after `close`. */
  listen(): Promise<void>;
}

/** Starts a server that serves what a handler answers as long as it is not told to fail. */
export async function failingServer(
  handle: Answer = (_, response) => response.writeHead(200, json).end('{"value":1}'),
): Promise<FailingServer> {
  const requests: { method: string; url: string; headers: IncomingHttpHeaders }[] = [];
  let failure: Failure | undefined;
  const server = await serve((request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers });
    const answer: Answer = failure === undefined ? handle : answers[failure];
    const answered = answer(request, response);
    return answered === false ? false : undefined;
  });
  return {
    url: server.url,
    requests,
    get failure() {
      return failure;
    },
    set failure(next) {
      failure = next;
    },
    close: () => server.close(),
    listen: () => server.listen(),
  };
}
