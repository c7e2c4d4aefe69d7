import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './root.mjs';

const kpi = 'packages/core/dist/kpi';

/** Families whose figures others are made of. */
const bases = ['statistics', 'time-model', 'oee', 'production', 'energy'];

/** A file that any figure may bring along: words, times with their time zones, series, and what all families share. */
const common =
  /^packages\/core\/dist\/((model|time|series|vocabulary)\/|kpi\/[\w-]+\.js$)|^node_modules\/@date-fns\/tz\//;

/**
 * Bundles each function of `@twinfloor/core/kpi` alone, as a page that imports nothing else.
 *
 * @returns {Promise<{ name: string, family: string, minified: number, gzip: number, inputs: string[], strangers: string[] }[]>}
 *   sizes in bytes; inputs are the files that left something in the bundle; strangers are those of them that belong to
 *   another family which is no base of others
 */
export async function figuresAlone() {
  const families = await familyOfFunctions();
  const { outputFiles, metafile } = await build({
    entryPoints: [...families.keys()].map((name) => ({ in: `alone:${name}`, out: name })),
    outdir: '/alone',
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [aloneEntries],
  });
  const outputs = Object.entries(metafile.outputs);
  return [...families].map(([name, family]) => {
    const { contents } = outputFiles.find(({ path }) => path.endsWith(`/alone/${name}.js`));
    const [, output] = outputs.find(([path]) => path.endsWith(`alone/${name}.js`));
    const inputs = Object.keys(output.inputs).filter(
      (path) => output.inputs[path].bytesInOutput > 0 && !path.startsWith('alone:'),
    );
    return {
      name,
      family,
      minified: contents.length,
      gzip: gzipSync(contents, { level: 9 }).length,
      inputs,
      strangers: inputs.filter((path) => !isOwn(path, family)),
    };
  });
}

function isOwn(path, family) {
  return common.test(path) || [family, ...bases].some((one) => path.startsWith(`${kpi}/${one}/`));
}

/** The functions of the entry with the folder of the family that exports them; '' for those of no family. */
async function familyOfFunctions() {
  const all = await functionsOf(`${kpi}/index.js`);
  const families = new Map(all.map((name) => [name, '']));
  const folders = readdirSync(join(root, kpi), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name: family } of folders) {
    for (const name of await functionsOf(`${kpi}/${family}/index.js`)) {
      if (families.has(name)) families.set(name, family);
    }
  }
  return families;
}

async function functionsOf(path) {
  const module = await import(pathToFileURL(join(root, path)));
  return Object.keys(module).filter((name) => typeof module[name] === 'function');
}

const aloneEntries = {
  name: 'alone-entries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^alone:/ }, ({ path }) => ({
      path: path.slice('alone:'.length),
      namespace: 'alone',
    }));
    onLoad({ filter: /.*/, namespace: 'alone' }, ({ path }) => ({
      contents: `export { ${path} } from '@twinfloor/core/kpi';`,
      resolveDir: root,
    }));
  },
};
