import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

/**
 * Writes the custom elements manifest of a package and, made from it, the data by which VS Code and JetBrains
 * complete our tags, into its dist folder.
 *
 * @param {string} packageFolder e.g. `packages/elements`
 * @returns {Promise<{ tags: string[] }>} the tags it found, sorted
 * @throws {Error} if the analyzer fails
 */
export async function writeManifest(packageFolder) {
  const folder = join(root, packageFolder);
  const outdir = join(folder, 'dist');
  const manifest = await analyze(folder);
  writeFileSync(join(outdir, 'custom-elements.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  quietly(() => {
    generateVsCodeCustomElementData(structuredClone(manifest), { outdir });
    generateJetBrainsWebTypes(structuredClone(manifest), { outdir, packageJson: false });
  });
  return {
    tags: declarations(manifest)
      .map(({ tagName }) => tagName)
      .sort(),
  };
}

async function analyze(folder) {
  const temporary = mkdtempSync(join(tmpdir(), 'twinfloor-manifest-'));
  try {
    const config = join(temporary, 'config.mjs');
    const settings = {
      globs: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts'],
      outdir: temporary,
      litelement: true,
      packagejson: false,
    };
    writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
    const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
    // The analyzer joins outdir to its folder, so it is started where an absolute path stays one.
    settings.outdir = relativeTo(folder, temporary);
    writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
    const { code, output } = await runNode([analyzer, 'analyze', '--config', relativeTo(folder, config)], {
      cwd: folder,
      quiet: true,
    });
    if (code !== 0) throw new Error(`the manifest could not be written:\n${output}`);
    return published(JSON.parse(readFileSync(join(temporary, 'custom-elements.json'), 'utf8')));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Keeps of what the analyzer wrote what a user of the package sees: modules that declare an element, by the path of
 * their compiled file, without what is private and without events that no class header names.
 */
export function published(manifest) {
  const compiled = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  const modules = manifest.modules
    .filter(({ declarations: declared = [] }) =>
      declared.some(({ customElement, tagName }) => customElement && tagName),
    )
    .sort((a, b) => a.path.localeCompare(b.path));
  const text = JSON.stringify({ ...manifest, modules }, (key, value) => {
    if ((key === 'path' || key === 'module') && typeof value === 'string') return compiled(value);
    if (key === 'members' && Array.isArray(value))
      return value.filter(({ privacy, name }) => !privacy && !name.startsWith('#'));
    // The analyzer takes the first argument of each event's constructor for its name; what @fires says is described.
    if (key === 'events' && Array.isArray(value))
      return value.filter(({ name, description }) => name && description);
    return value;
  });
  return JSON.parse(text);
}

function declarations({ modules }) {
  return modules.flatMap(({ declarations: declared = [] }) => declared).filter(({ tagName }) => tagName);
}

function relativeTo(folder, path) {
  return join('../'.repeat(folder.split(/[\\/]/).length), path);
}

/** The generators greet on the console; a build that says nothing has gone well. */
function quietly(act) {
  const { log } = console;
  console.log = () => {};
  try {
    act();
  } finally {
    console.log = log;
  }
}
