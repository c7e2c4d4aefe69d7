import { readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const { version } = JSON.parse(
  readFileSync(new URL('packages/elements/package.json', import.meta.url), 'utf8'),
);

/** A self-contained file; everything else is published as the compiler writes it. */
function bundle(name, folder, options = {}) {
  const { external, paths } = options;
  return {
    input: `tools/bundle/${name}`,
    external,
    plugins: [
      // The production condition leaves out the development build of Lit.
      nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
      terser({ module: true, ecma: 2022, format: { comments: false } }),
    ],
    output: {
      file: `packages/${folder}/dist/${name}`,
      format: 'es',
      sourcemap: true,
      inlineDynamicImports: true,
      paths,
      // Minifying drops the notices of the libraries inside, so the file says where they are.
      banner: `/*! Twinfloor ${version}, Apache-2.0. Libraries inside and their licences: THIRD-PARTY.md */`,
    },
    onwarn(warning, warn) {
      if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('node_modules')))
        return;
      warn(warning);
    },
  };
}

export default [
  bundle('twinfloor.js', 'elements'),
  bundle('kpi-worker.js', 'core'),
  bundle('mqtt-worker.js', 'connectors'),
  // With three inside, but the twin, the theme, the language and the Lit of the file beside it.
  bundle('twinfloor-scene.js', 'scene', {
    external: /^(@twinfloor\/(core|elements)|lit)(\/|$)/,
    paths: () => './twinfloor.js',
  }),
];
