import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const bench = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a page has to load first for some code: minified, without what it loads later by `import()`.
 *
 * @param {string} code a module
 */
async function bundled(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: bench },
    absWorkingDir: bench,
    outfile: 'out.js',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    // Style sheets and fonts of the peers are left out, to their favour.
    loader: { '.css': 'empty' },
    write: false,
    logLevel: 'silent',
    plugins: [laterIsOutside],
  });
  const { contents } = outputFiles.find(({ path }) => path.endsWith('.js'));
  const brotli = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { minified: contents.length, gzip: gzipSync(contents, { level: 9 }).length, brotli: brotli.length };
}

const laterIsOutside = {
  name: 'later-is-outside',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** One round, because bytes do not vary. What does not build, e.g. because it does not exist yet, is said. */
export async function measureBytes(rows) {
  const round = { order: Object.keys(rows) };
  const failures = {};
  for (const [row, code] of Object.entries(rows)) {
    try {
      round[row] = await bundled(code);
    } catch (error) {
      failures[row] = error.errors?.[0]?.text ?? String(error);
    }
  }
  return { rounds: [round], answers: {}, failures };
}
