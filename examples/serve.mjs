import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const examples = fileURLToPath(new URL('.', import.meta.url));
const bundle = fileURLToPath(new URL('../packages/elements/dist/', import.meta.url));

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves the examples and the built bundle under a strict content security policy.
 *
 * @param {{ port: number }} options 0 takes any free port
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects with EADDRINUSE when the port is taken
 */
export async function serve({ port }) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = fileOf(decodeURIComponent(path));
    response.setHeader('content-security-policy', "default-src 'self'; require-trusted-types-for 'script'");
    response.setHeader('cache-control', 'no-cache');
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
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}/`, close };
}

/** The file that a path of the address names, or undefined when there is none or it lies outside. */
function fileOf(path) {
  const [folder, inner] = path.startsWith('/twinfloor.js') ? [bundle, path] : [examples, path];
  const named = normalize(join(folder, inner));
  if (!named.startsWith(normalize(folder))) return undefined;
  for (const file of [named, join(named, 'index.html')]) {
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return undefined;
}
