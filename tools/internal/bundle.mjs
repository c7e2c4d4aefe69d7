import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './root.mjs';

/**
 * Bundles modules as an application would, minified, without what they load later by `import()`.
 *
 * @param {readonly string[]} imports names of modules
 * @param {{ later?: RegExp, outside?: readonly string[] }} [options] `later`: of what they load by `import()`, these paths
 *   are taken in too; `outside`: modules that are left out
 * @returns {Promise<{ text: string, minified: number, gzip: number, inputs: Map<string, number> }>} sizes in bytes;
 *   inputs are the files that left something in the bundle, with the bytes they left, relative to the repository
 * @throws {Error} if a module does not exist
 */
export async function bundle(imports, { later, outside = [] } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: imports.map(statement).join('\n'), resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['production'],
    legalComments: 'none',
    metafile: true,
    external: [...outside],
    write: false,
    logLevel: 'silent',
    plugins: [laterIsOutside(later)],
  });
  const [{ contents, text }] = outputFiles;
  const [{ inputs }] = Object.values(metafile.outputs);
  const left = Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]);
  return {
    text,
    minified: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    inputs: new Map(left.filter(([, bytes]) => bytes > 0)),
  };
}

function laterIsOutside(later) {
  return {
    name: 'later-is-outside',
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ kind, path }) =>
        kind === 'dynamic-import' && !later?.test(path) ? { path, external: true } : undefined,
      );
    },
  };
}

/** An element is imported for its tag alone, as a page does; of anything else every export is kept. */
function statement(name) {
  return name.startsWith('@twinfloor/elements/') ? `import '${name}';` : `export * from '${name}';`;
}
