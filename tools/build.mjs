// `npm run build`: compiles and type-checks every package, then makes what is published beside the modules:
// the JSON Schema, the self-contained twinfloor.js with the scene beside it, the workers, the manifest and the editors' data.
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { files } from './internal/files.mjs';
import { writeManifest } from './internal/manifest.mjs';
import { root } from './internal/root.mjs';
import { runNode } from './internal/run.mjs';
import { buildStamp } from './internal/sources.mjs';
import { finish } from './internal/tally.mjs';

/** What the command line serves is inside of its package, so that nobody has to install elements, scene and three for it. */
const pageFiles = [
  ['elements', 'twinfloor.js'],
  ['scene', 'twinfloor-scene.js'],
];

const parts = [
  ['types and modules', () => node('node_modules/typescript/bin/tsc', '-b')],
  ['nothing left over in dist', removeLeftOvers],
  ['style sheets are tight', () => node('tools/tight-styles.mjs')],
  ['themes are up to date', () => node('tools/tokens.mjs', '--check')],
  ['schema of the workshop file', () => node('tools/workshop-schema.mjs')],
  [
    'twinfloor.js, twinfloor-scene.js, kpi-worker.js and mqtt-worker.js',
    () => node('node_modules/rollup/dist/bin/rollup', '--config', 'rollup.config.mjs', '--silent'),
  ],
  ['files of the page that `twinfloor start` serves', copyPageFiles],
  ['manifest and editor data', manifest],
  [
    'licences of the libraries',
    () => {
      for (const name of ['cli', 'connectors', 'core', 'elements', 'scene']) {
        copyFileSync(join(root, 'THIRD-PARTY.md'), dist(name, 'THIRD-PARTY.md'));
      }
    },
  ],
];

let passed = 0;
let failed = 0;
rmSync(buildStamp, { force: true });
for (const [name, make] of parts) {
  try {
    await make();
    passed += 1;
    console.log(`✓ ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${name}\n${error.message.replace(/^/gm, '    ')}`);
  }
}
if (failed === 0) writeFileSync(buildStamp, '');
finish({ passed, failed });

async function node(script, ...parameters) {
  const { code, output } = await runNode([script, ...parameters], { quiet: true });
  if (code !== 0) throw new Error(output);
}

/** The compiler never takes back the output of a file that was renamed or removed; published it would be dead weight. */
function removeLeftOvers() {
  const bundles = [
    'packages/connectors/dist/mqtt-worker.js',
    'packages/core/dist/kpi-worker.js',
    'packages/elements/dist/twinfloor.js',
    'packages/scene/dist/twinfloor-scene.js',
    ...pageFiles.map(([, name]) => `packages/cli/dist/page/${name}`),
  ];
  const made = new Set(bundles.flatMap((bundle) => [bundle, `${bundle}.map`]));
  const output = /(\.js|\.d\.ts)(\.map)?$/;
  for (const path of files('packages', (name) => /^packages\/\w+\/dist\//.test(name) && output.test(name), {
    skip: new Set(['node_modules', 'src']),
  })) {
    const source = path.replace('/dist/', '/src/').replace(output, '.ts');
    if (!made.has(path) && !existsSync(join(root, source))) rmSync(join(root, path));
  }
}

function copyPageFiles() {
  mkdirSync(join(root, 'packages/cli/dist/page'), { recursive: true });
  for (const [name, file] of pageFiles) copyFileSync(dist(name, file), join(dist('cli', 'page'), file));
}

async function manifest() {
  const { tags } = await writeManifest('packages/elements');
  if (tags.length > 0) console.log(`  ${tags.join(' ')}`);
}

function dist(name, file) {
  return join(root, 'packages', name, 'dist', file);
}
