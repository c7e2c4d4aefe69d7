import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import typescript from 'typescript';
import { files } from './internal/files.mjs';
import { codeBlocks, linksOf, words } from './internal/markdown.mjs';
import { root } from './internal/root.mjs';

const folder = 'docs/kpi';
const read = (path) => readFileSync(join(root, path), 'utf8');
const pages = files(folder, (path) => path.endsWith('.md') && !path.endsWith('/README.md'));
const leads = ['Meaning', 'Formula', 'Worked example', 'Edge cases', 'What it is not'];

describe('the pages of figures', () => {
  for (const page of pages) {
    it(`${page} says meaning, formula, worked example, edge cases and what it is not`, () => {
      const text = read(page);
      assert.deepEqual(
        leads.filter((lead) => !new RegExp(`^\\*\\*${lead}\\.?\\*\\*`, 'm').test(text)),
        [],
      );
    });

    it(`${page} has an example that a test computes`, () => {
      const printing = codeBlocks(read(page)).filter(
        ({ isTest, text }) => isTest && /^\s*console\.log\(.*\); \/\/ ./m.test(text),
      );
      assert.ok(printing.length > 0);
    });
  }

  it('docs/kpi/README.md lists every page', () => {
    const listed = new Set(linksOf(read(`${folder}/README.md`)));
    assert.deepEqual(
      pages.map((page) => page.slice(folder.length + 1)).filter((page) => !listed.has(page)),
      [],
    );
  });

  it('every figure of @twinfloor/core/kpi and @twinfloor/core/figures is named in a page', () => {
    const named = new Set(pages.flatMap((page) => identifiers(read(page))));
    assert.deepEqual(
      ['kpi', 'figures'].flatMap(figureFunctions).filter((name) => !named.has(name)),
      [],
    );
  });
});

/** What a page names between backticks or in its code: `oee()` as well as `import { oee }`. */
function identifiers(text) {
  const code = codeBlocks(text).map((block) => block.text);
  return [...words(text), ...code].flatMap((one) => one.match(/[A-Za-z_$][\w$]*/g) ?? []);
}

/** The functions of an entry that return a figure: an object with `value` and `coverage`. */
function figureFunctions(entry) {
  const file = join(root, `packages/core/dist/${entry}/index.d.ts`);
  const program = typescript.createProgram([file], {
    lib: ['lib.es2023.d.ts'],
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const type = checker.getTypeOfSymbolAtLocation(symbol, program.getSourceFile(file));
    const results = type.getCallSignatures().map((signature) => signature.getReturnType());
    const isFigure = results.some((result) =>
      [result, ...(result.isUnion() ? result.types : [])].some(
        (one) => one.getProperty('value') && one.getProperty('coverage') && one.getProperty('warnings'),
      ),
    );
    return isFigure ? [symbol.name] : [];
  });
}
