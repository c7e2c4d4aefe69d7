import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workshop } from '@twinfloor/core';
import { readWorkshopText } from '@twinfloor/core/workshop';
import { pageHtml } from './page-html.js';
import { pageIcon, pageStyle } from './page-style.js';
import { policyFor } from './policy.js';
import { pageWords } from './words.js';

/** A page that is being served. */
export interface ServedPage {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const script = 'text/javascript; charset=utf-8';
/** Files beside this module: the build puts the bundles there. */
const scripts = ['/twinfloor.js', '/twinfloor-scene.js', '/login.js'];

/** How a page is served. */
export interface PageOptions {
  /** The next free one is taken where somebody listens; 0: any. */
  readonly port: number;
  /** Whether the page asks for the credentials of the sources before it connects. They do not leave it. Default false. */
  readonly login?: boolean;
}

/**
 * Serves a page with a workshop file to this computer. The file is read anew for each request, so an edit shows with
 * the next load of the page; of the folder around it the page gets the recordings and shells that it names, and
 * nothing else.
 *
 * @param file - path of the workshop file
 * @throws {Error} if a hundred ports are taken
 */
export async function servePage(file: string, { port, login = false }: PageOptions): Promise<ServedPage> {
  const server = createServer((request, response) => {
    answer(request, response, file, login).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number): Promise<void> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((done, failed) => {
        server.once('error', failed);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', failed);
          done();
        });
      });
      return;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port >= first + 100 || port >= 65_535) throw error;
    }
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  login: boolean,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const { workshop } = readWorkshopText(await readFile(file, 'utf8').catch(() => ''));
  response.setHeader('content-security-policy', policyFor(workshop?.connectors ?? []));
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('x-content-type-options', 'nosniff');
  const send = (type: string, body: string): unknown =>
    response.writeHead(200, { 'content-type': type }).end(body);
  if (path === '/')
    return void send(
      'text/html; charset=utf-8',
      pageHtml(workshop, pageWords(request.headers['accept-language']), login),
    );
  if (path === '/page.css') return void send('text/css; charset=utf-8', pageStyle);
  if (path === '/icon.svg') return void send('image/svg+xml', pageIcon);
  const [found, type] = scripts.includes(path)
    ? [fileURLToPath(new URL(`.${path}`, import.meta.url)), script]
    : path === '/workshop.json'
      ? [file, 'application/json; charset=utf-8']
      : [namedFile(path, file, workshop), 'application/octet-stream'];
  if (found === undefined || !(await isFile(found))) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end(`nothing at ${path}\n`);
    return;
  }
  response.writeHead(200, { 'content-type': type });
  if (request.method === 'HEAD') response.end();
  else createReadStream(found).pipe(response);
}

/** A recording or a file of shells that the workshop file names, from the folder that it stands in. */
function namedFile(path: string, file: string, workshop: Workshop | undefined): string | undefined {
  const folder = resolve(dirname(file));
  const named = (workshop?.connectors ?? []).flatMap(({ settings: { recording, file: shells } }) => [
    recording,
    shells,
  ]);
  const found = join(folder, path);
  const isNamed = named.some((one) => typeof one === 'string' && join(folder, one) === found);
  const isInside = !relative(folder, found).startsWith(`..${sep}`);
  return isNamed && isInside ? found : undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
