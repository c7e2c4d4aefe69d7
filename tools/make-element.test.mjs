import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { check, format, resolveConfig } from 'prettier';
import typescript from 'typescript-eslint';
import { elementFiles } from './internal/element-files.mjs';
import { root } from './internal/root.mjs';
import { runNode } from './internal/run.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const name = 'example-of-generator';
const made = elementFiles(name, read);
const source = `packages/elements/src/${name}/${name}`;

describe('npm run make:element', () => {
  it('refuses a name that is no element', () => {
    for (const wrong of ['', 'Gauge', 'twin-gauge', 'loss_pareto', '../gauge']) {
      assert.throws(() => elementFiles(wrong, read), RangeError);
    }
  });

  it('makes class, styles and test, and enters the element where it has to be known', () => {
    assert.deepEqual(
      [...made.keys()],
      [
        `${source}.ts`,
        `${source}.styles.ts`,
        `${source}.test.ts`,
        'packages/elements/src/index.ts',
        `packages/elements/src/locales/en/${name}.ts`,
        'packages/elements/src/locales/en.ts',
        'packages/elements/src/locales/terms.ts',
        `packages/elements/src/locales/zh-CN/${name}.ts`,
        'packages/elements/src/locales/zh-CN.ts',
        'packages/elements/package.json',
        'tools/size-budgets.json',
      ],
    );
    assert.match(made.get('packages/elements/src/index.ts'), /TwinExampleOfGenerator/);
    assert.match(made.get(`packages/elements/src/locales/zh-CN/${name}.ts`), /exampleOfGeneratorTitle: '/);
  });

  it('writes text that needs no formatting and passes lint', async () => {
    const eslint = new ESLint({ cwd: root, overrideConfig: typescript.configs.disableTypeChecked });
    for (const path of [`${source}.ts`, `${source}.styles.ts`, `${source}.test.ts`]) {
      const filepath = join(root, path);
      assert.ok(await check(made.get(path), { ...(await resolveConfig(filepath)), filepath }), path);
      const [{ messages }] = await eslint.lintText(made.get(path), { filePath: filepath });
      assert.deepEqual(messages, []);
    }
  });

  it('writes an element and a test that compile with the words and exports it added', async () => {
    const house = mkdtempSync(join(tmpdir(), 'twinfloor-element-'));
    try {
      cpSync(join(root, 'packages/elements/src'), join(house, 'packages/elements/src'), { recursive: true });
      for (const [path, text] of made) {
        mkdirSync(dirname(join(house, path)), { recursive: true });
        writeFileSync(join(house, path), await format(text, { filepath: path }));
      }
      symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
      const lib = ['ES2023', 'DOM', 'DOM.Iterable'];
      const compilerOptions = { noEmit: true, composite: false, lib, types: ['mocha', 'node'] };
      const settings = {
        extends: join(root, 'tsconfig.base.json'),
        compilerOptions,
        include: ['packages/elements/src'],
      };
      writeFileSync(join(house, 'tsconfig.json'), JSON.stringify(settings));
      const { output } = await runNode([join(root, 'node_modules/typescript/bin/tsc'), '-p', house], {
        cwd: house,
        quiet: true,
      });
      // The rest of the package is the build's to judge.
      const own = output
        .split('\n')
        .filter((line) => /example-of-generator|exampleOfGenerator|ExampleOfGenerator|locales\//.test(line));
      assert.deepEqual(own, []);
    } finally {
      rmSync(house, { recursive: true, force: true });
    }
  });
});
