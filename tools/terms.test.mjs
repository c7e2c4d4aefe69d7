import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { files } from './internal/files.mjs';
import { root } from './internal/root.mjs';

const source = 'packages/elements/src';
const read = (path) => readFile(join(root, path), 'utf8');

/** The names of all terms, as the interfaces beside the English words give them. */
async function termNames() {
  const text = await allOf('en');
  return [...text.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name);
}

/** The text of all parts of a language. */
async function allOf(language) {
  const paths = files(`${source}/locales/${language}`, (path) => path.endsWith('.ts'));
  return (await Promise.all(paths.map(read))).join('\n');
}

test('every term is said by some element, the scene among them', async () => {
  const paths = [source, 'packages/scene/src/scene'].flatMap((folder) =>
    files(
      folder,
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/locales/'),
    ),
  );
  const text = (await Promise.all(paths.map(read))).join('\n');
  const used = (name) => new RegExp(String.raw`[.'{,]\s*${name}\b`).test(text);
  assert.deepEqual(
    (await termNames()).filter((name) => !used(name)),
    [],
  );
});

test('no two parts of the terms have a name in common', async () => {
  const names = await termNames();
  assert.equal(new Set(names).size, names.length);
});

test('every language names each term once', async () => {
  const names = await termNames();
  const chinese = await allOf('zh-CN');
  for (const name of names) {
    const found = chinese.match(new RegExp(`^ {2}${name}:`, 'gm')) ?? [];
    assert.equal(found.length, 1, name);
  }
});
