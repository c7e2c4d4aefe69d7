import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAgent } from '@twinfloor/connectors/mtconnect-agent';

const examples = fileURLToPath(new URL('.', import.meta.url));
const bundles = {
  '/twinfloor.js': fileURLToPath(new URL('../packages/elements/dist/', import.meta.url)),
  '/twinfloor-scene.js': fileURLToPath(new URL('../packages/scene/dist/', import.meta.url)),
  '/mqtt-worker.js': fileURLToPath(new URL('../packages/connectors/dist/', import.meta.url)),
};

const recordings = fileURLToPath(new URL('../recordings/', import.meta.url));

const hour = 3_600_000;

/** The recorded machines, each with the moment of its recording that falls on the start of the server. */
const devices = [
  {
    name: 'mill-2016-10-25',
    file: 'nist-mill-2016-10-25.twinrec.jsonl',
    position: '2016-10-25T17:57:02Z',
  },
  {
    name: 'mill-2016-10-04',
    file: 'nist-mill-2016-10-04.twinrec.jsonl',
    position: '2016-10-04T19:18:00Z',
  },
  { name: 'lathe', file: 'okuma-lathe-2022-08-08.twinrec.jsonl', position: '2022-08-08T14:24:00Z' },
];

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves the examples, the built bundle and the recordings under a strict content security policy, and an MTConnect
 * agent at `/agent/` that plays the recorded machines.
 *
 * @param {{ port: number, original?: boolean, connect?: string[], handle?: (request, response) => boolean }} options
 *   `port` 0 takes any free port; `original` keeps the recorded times, with all that was recorded in the agent's buffer
 *   at once (the tests compare figures so); `connect` lists sources beside the server itself that pages may connect
 *   to, e.g. `ws://127.0.0.1:8083`; `handle` may answer a request before all else and returns whether it did
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects with EADDRINUSE when the port is taken
 */
export async function serve({ port, original = false, connect = [], handle = () => false }) {
  const agent = createAgent({
    prefix: '/agent',
    bufferSize: 262_144,
    loop: !original,
    past: 8 * hour,
    original,
    devices: devices.map(({ name, file, position }) => ({
      name,
      position: original ? undefined : position,
      recording: readFileSync(join(recordings, file), 'utf8'),
    })),
  });
  const policy = [
    "default-src 'self'",
    ...(connect.length > 0 ? [`connect-src 'self' ${connect.join(' ')}`] : []),
    "require-trusted-types-for 'script'",
  ].join('; ');
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('cache-control', 'no-cache');
    if (handle(request, response) || agent.handle(request, response)) return;
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // The gallery shows how an element looks while a workshop file does not come.
    if (path === '/elements/loading.json') return;
    const file = fileOf(path);
    if (file?.endsWith('index.html') && !path.endsWith('/') && !path.endsWith('.html')) {
      // Relative addresses in the page need the slash.
      response.writeHead(302, { location: `${path}/` }).end();
      return;
    }
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`nothing at ${path}\n`);
      return;
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise((resolve) => {
      agent.dispose();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}/`, close };
}

/** The file that a path of the address names, or undefined when there is none or it lies outside. */
function fileOf(path) {
  const [folder, inner] = folderOf(path);
  // Names here need no escapes; a path that has some names nothing.
  const named = normalize(join(folder, inner));
  if (!named.startsWith(normalize(folder))) return undefined;
  for (const file of [named, join(named, 'index.html')]) {
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return undefined;
}

function folderOf(path) {
  const bundle = bundles[path.replace(/\.map$/, '')];
  if (bundle !== undefined) return [bundle, path];
  if (path.startsWith('/recordings/')) return [recordings, path.slice('/recordings'.length)];
  return [examples, path];
}
