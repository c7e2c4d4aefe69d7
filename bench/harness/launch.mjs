import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../tools/internal/programs.mjs';

const bench = fileURLToPath(new URL('..', import.meta.url));

/**
 * `#elements/charts/line.js` is a module inside the package of elements: the bench measures painters alone, which
 * no entry of the package offers. Likewise `#scene/` and `#connectors/`.
 */
const insidePackages = {
  name: 'inside-packages',
  setup(build) {
    for (const name of ['elements', 'scene', 'connectors']) {
      const dist = dirname(fileURLToPath(import.meta.resolve(`@twinfloor/${name}`)));
      build.onResolve({ filter: new RegExp(`^#${name}/`) }, ({ path }) => ({
        path: join(dist, path.slice(name.length + 2)),
      }));
    }
  },
};

/**
 * Flags for 2D pages. Without a graphics card a page composited by SwiftShader makes some 6 frames a second and
 * stalls in the GPU process; rastered by the processor it makes 60.
 */
const flat = ['--disable-gpu'];

/** Flags for 3D pages: SwiftShader in place of a graphics card. */
const spatial = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
];

/**
 * Starts the installed Chromium or Chrome.
 *
 * @param {'2d' | '3d'} [profile] whether pages need WebGL
 * @throws {Error} if none is installed
 */
export function launch(profile = '2d') {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error('no Chromium or Chrome found: install one, e.g. apt-get install chromium');
  return chromium.launch({
    executablePath,
    args: [...(profile === '3d' ? spatial : flat), ...flags],
    ignoreDefaultArgs: ['--headless=old', '--headless', '--hide-scrollbars'],
  });
}

/** Bundles modules of the bench for a page; each peer in a chunk of its own, so that a page loads only its own. */
export async function bundlePage(entry) {
  const { outputFiles } = await build({
    entryPoints: { page: entry },
    absWorkingDir: bench,
    outdir: 'out',
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    keepNames: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'text' },
    plugins: [insidePackages],
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [file.path.replace(/^.*[\\/]out[\\/]/, '/'), file.text]));
}

/** Serves a bundled page on the loopback. */
export async function servePage(entry) {
  const files = await bundlePage(entry);
  const server = createServer((request, response) => {
    const script = files.get(request.url);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    // Isolated pages get clocks of 5 µs instead of 100 µs.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.end(
      script ??
        '<!doctype html><html lang="en"><link rel="icon" href="data:,"><style>body{margin:0}</style>' +
          '<body><script type="module" src="/page.js"></script></body></html>',
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
