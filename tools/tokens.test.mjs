import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { generate } from './tokens.mjs';

const elements = new URL('../packages/elements/', import.meta.url);

test('the style sheets of the themes are those that tokens.json makes', async () => {
  for (const [path, content] of Object.entries(await generate())) {
    assert.equal(
      await readFile(new URL(path, elements), 'utf8'),
      content,
      `${path}: run node tools/tokens.mjs`,
    );
  }
});

test('no element holds a colour of its own', async () => {
  const { files } = await import('./internal/files.mjs');
  const { root } = await import('./internal/root.mjs');
  const sheets = files(
    'packages/elements/src',
    (path) => path.endsWith('.styles.ts') && !path.includes('/themes/'),
  );
  for (const path of sheets) {
    const text = await readFile(`${root}/${path}`, 'utf8');
    assert.doesNotMatch(text, /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i, path);
  }
});

test('every custom property of ours that a style sheet reads is a token or is set by an element', async () => {
  const { files } = await import('./internal/files.mjs');
  const { root } = await import('./internal/root.mjs');
  const generated = Object.values(await generate()).join('\n');
  const tokens = new Set([...generated.matchAll(/(--twin-[\w-]+):/g)].map(([, name]) => name));
  const wrong = [];
  for (const path of files(
    'packages/elements/src',
    (name) => name.endsWith('.styles.ts') && !name.includes('/themes/'),
  )) {
    const text = await readFile(`${root}/${path}`, 'utf8');
    // A property with a fallback is one of the element: the page sets it.
    for (const [, name, end] of text.matchAll(/var\((--twin-[\w-]+)\s*([,)])/g)) {
      if (end === ')' && !tokens.has(name)) wrong.push(`${path}: ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});
