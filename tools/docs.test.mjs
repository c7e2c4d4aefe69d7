import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { problemText, readWorkshop } from '@twinfloor/core/workshop';
import typescript from 'typescript';
import { elementReference, manifestElements } from './element-reference.mjs';
import { files } from './internal/files.mjs';
import { anchorsOf, codeBlocks, linksOf } from './internal/markdown.mjs';
import { root } from './internal/root.mjs';
import { run } from './internal/run.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const pages = files('', (path) => path.endsWith('.md'));
const blocks = pages.flatMap((page) => codeBlocks(read(page)).map((block) => ({ page, ...block })));

describe('the pages', () => {
  for (const page of pages) {
    it(`${page}: every relative link leads to a file, every anchor to a heading`, () => {
      const wrong = linksOf(read(page)).filter(
        (target) => !/^[a-z]+:/i.test(target) && !isThere(page, target),
      );
      assert.deepEqual(wrong, []);
    });
  }

  for (const { page, text } of blocks.filter(({ language }) => language === 'json')) {
    const parsed = parsedJson(text);
    if (!Array.isArray(parsed?.equipment)) continue;
    it(`${page}: the workshop file "${parsed.id}" is read without a problem`, () => {
      assert.deepEqual(readWorkshop(parsed).problems.map(problemText), []);
    });
  }

  it('every block of JSON is JSON', () => {
    const wrong = blocks.filter(
      ({ language, text }) => language === 'json' && parsedJson(text) === undefined,
    );
    assert.deepEqual(
      wrong.map(({ page, text }) => `${page}: ${text.slice(0, 60)}`),
      [],
    );
  });
});

describe('the code in the pages', () => {
  let folder;
  before(() => {
    // Inside node_modules our packages are found by name, as by a stranger.
    folder = mkdtempSync(join(root, 'node_modules/.twinfloor-docs-'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    for (const { page, file, text } of tests) {
      if (file === undefined) continue;
      mkdirSync(join(folder, dirname(page), dirname(file)), { recursive: true });
      writeFileSync(join(folder, dirname(page), file), text);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  // Those of a whole page are opened by docs.e2e.mjs.
  const tests = blocks.filter(({ isTest, file }) => isTest && !file?.startsWith('page/'));
  for (const [index, { page, file, language, text }] of tests.entries()) {
    if (file !== undefined && !file.endsWith('.test.js')) continue;
    const [first] = text.split('\n').filter((line) => !/^import|^\s*$|^\/\//.test(line));
    it(`${page}: runs ${file ?? first} and prints what stands beside it`, async () => {
      const script = join(folder, dirname(page), file ?? `block-${index}.js`);
      mkdirSync(dirname(script), { recursive: true });
      writeFileSync(script, language === 'ts' ? compiled(text) : text);
      const { code, output } = await runAlone(script);
      assert.equal(code, 0, output);
      if (file !== undefined) assert.match(output, /pass [1-9]\d+/);
      assertPrinted(output, text);
    });
  }
});

describe('docs/elements.md', () => {
  it('is what the manifest makes', () => {
    assert.equal(read('docs/elements.md'), elementReference(), 'run node tools/element-reference.mjs');
  });
});

describe('the pages in two languages', () => {
  for (const [english, chinese] of [
    ['README.md', 'README.zh-CN.md'],
    ['docs/embedding.md', 'docs/embedding.zh-CN.md'],
  ]) {
    it(`${chinese} has the same code as ${english}, names and comments apart`, () => {
      assert.deepEqual(codeOf(chinese), codeOf(english));
    });

    it(`${chinese} has as many headings and table rows as ${english}`, () => {
      const shape = (page) => [/^#+ /gm, /^\|/gm].map((pattern) => read(page).match(pattern)?.length);
      assert.deepEqual(shape(chinese), shape(english));
    });
  }

  for (const page of ['README.md', 'README.zh-CN.md']) {
    it(`${page} lists the elements that there are`, () => {
      const listed = [...read(page).matchAll(/^\| `(twin-[\w-]+)` \|/gm)].map(([, tag]) => tag);
      assert.deepEqual(
        listed.sort(),
        manifestElements().map(({ tagName }) => tagName),
      );
    });
  }
});

function isThere(page, target) {
  const [path, anchor] = target.split('#').map(decodeURIComponent);
  const file = path === '' ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || (extname(file) === '.md' && anchorsOf(read(file)).includes(anchor));
}

function parsedJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs a script as if nothing stood around it; a test inside a test would report in a form of its own. */
function runAlone(script) {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return run(process.execPath, [script], { quiet: true, timeout: 100_000, env });
}

/** `console.log(…); // this` has to print this, in the order of the lines. */
function assertPrinted(output, text) {
  const printed = output.split('\n');
  for (const [, expected] of text.matchAll(/^\s*console\.log\(.*\); \/\/ (.*)$/gm)) {
    const at = printed.indexOf(expected);
    assert.ok(at >= 0, `not printed: ${expected}\nprinted: ${printed.join('\n')}`);
    printed.splice(0, at + 1);
  }
}

function compiled(text) {
  const { ES2022, ESNext } = { ...typescript.ScriptTarget, ...typescript.ModuleKind };
  return typescript.transpileModule(text, { compilerOptions: { target: ES2022, module: ESNext } }).outputText;
}

function codeOf(page) {
  return codeBlocks(read(page)).map(({ language, text }) => {
    const parsed = language === 'json' ? parsedJson(text) : undefined;
    if (parsed) return JSON.stringify(parsed, (key, value) => (key === 'name' ? undefined : value));
    return text
      .replace(/ lang="[\w-]+"/g, '')
      .replace(/(#|\/\/) .*$/gm, '')
      .replace(/<title>.*<\/title>/, '')
      .replace(/name: '[^']*'/g, '')
      .replace(/[ \t]+$/gm, '');
  });
}
