import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files } from './files.mjs';
import { root } from './root.mjs';

const inDist = new Set(['node_modules']);

/** Compiled tests of the packages whose source still stands: a renamed test leaves its old self in dist. */
function compiledTests() {
  return files('packages', (path) => /\/dist\/.*\.test\.js$/.test(path), { skip: inDist }).filter((path) =>
    existsSync(join(root, path.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))),
  );
}

function text(path) {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * Those files whose path holds one of the words; all of them when there are no words.
 *
 * @param {readonly string[]} paths
 * @param {readonly string[]} [words] default: what stands after the command
 */
export function named(paths, words = process.argv.slice(2)) {
  return paths.filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
}

/** Tests that run in Node: those of the packages and those of the tools, except the slow ones of the packed packages. */
export function unitTests() {
  const tools = files('tools', (path) => path.endsWith('.test.mjs') && !packageTests().includes(path));
  return [...compiledTests().filter((path) => /from ['"]node:test['"]/.test(text(path))), ...tools];
}

/** Tests that need a page: those that use nothing of Node. */
export function browserTests() {
  return compiledTests().filter((path) => !/from ['"]node:/.test(text(path)));
}

/** Tests of the whole: the start command, and each example in a real browser. */
export function endToEndTests() {
  return [...files('tools', isEndToEnd), ...files('examples', isEndToEnd)];
}

function isEndToEnd(path) {
  return path.endsWith('.e2e.mjs');
}

/** Gates on counts: bytes, nodes, calls. No times, so they hold on a busy machine. */
export function countGates() {
  return files('bench', (path) => path.endsWith('.test.mjs'));
}

/** Tests on the packed packages, as a stranger installs them. */
export function packageTests() {
  return files('tools', (path) => path === 'tools/packages.test.mjs');
}
