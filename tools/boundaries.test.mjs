import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';
import { packageFolders } from './internal/files.mjs';
import { root } from './internal/root.mjs';
import { runNode } from './internal/run.mjs';

/** Imports of our own: the file that writes them, the module, and whether lint lets it pass. */
const imports = [
  ['packages/core/src/twin/example.ts', '../series/state-series.js', true],
  ['packages/core/src/twin/example.ts', '@twinfloor/connectors', false],
  ['packages/core/src/twin/example.ts', '@twinfloor/elements', false],
  ['packages/core/src/twin/example.ts', '../../../elements/src/index.js', false],
  ['packages/core/src/twin/example.ts', 'node:fs', false],
  ['packages/core/src/twin/example.test.ts', 'node:test', true],
  ['packages/core/src/twin/example.test.ts', '@twinfloor/elements', false],
  ['packages/core/src/model/example.ts', '../time/interval.js', true],
  ['packages/core/src/model/example.ts', '../series/state-series.js', false],
  ['packages/core/src/time/example.ts', '../kpi/oee.js', false],
  ['packages/core/src/series/example.ts', '../time/interval.js', true],
  ['packages/core/src/series/example.ts', '../kpi/oee.js', false],
  ['packages/core/src/kpi/example.ts', '../series/state-series.js', true],
  ['packages/core/src/kpi/example.ts', '../twin/twin.js', false],
  ['packages/core/src/kpi/example.ts', '../connector/connector.js', false],
  ['packages/core/src/kpi/oee/example.ts', '../../figures/past.js', false],
  ['packages/core/src/twin/example.ts', '../figures/past.js', false],
  ['packages/core/src/figures/example.ts', '../twin/twin.js', true],
  ['packages/core/src/requests/example.ts', '../twin/twin.js', true],
  ['packages/core/src/requests/example.ts', '../alarms/alarm.js', false],
  ['packages/core/src/twin/example.ts', '../requests/permission.js', false],
  ['packages/core/src/alarms/example.ts', '../requests/permission.js', true],
  ['packages/core/src/figures/example.ts', '../worker/plain-function.js', false],
  ['packages/core/src/worker/example.ts', '../kpi/index.js', true],
  ['packages/core/src/worker/example.ts', '../twin/twin.js', false],
  ['packages/core/src/worker/example.ts', 'node:worker_threads', false],
  ['packages/core/src/kpi/oee/example.ts', '../../worker/plain-function.js', false],
  ['packages/connectors/src/mqtt/example.ts', '@twinfloor/core', true],
  ['packages/connectors/src/mqtt/example.ts', '@twinfloor/elements', false],
  ['packages/connectors/src/mqtt/example.ts', '@twinfloor/scene', false],
  ['packages/connectors/src/mtconnect-agent/example.ts', 'node:http', true],
  ['packages/cli/src/example.ts', '@twinfloor/connectors/mqtt/discover', true],
  ['packages/cli/src/example.ts', 'node:fs', true],
  ['packages/cli/src/example.ts', '@twinfloor/elements', false],
  ['packages/cli/src/table/example.ts', 'node:fs', false],
  ['packages/connectors/src/mqtt/example.ts', 'twinfloor', false],
  ['packages/elements/src/internal/example.ts', '@twinfloor/core', true],
  ['packages/elements/src/internal/example.ts', '@twinfloor/connectors/mqtt', false],
  ['packages/elements/src/internal/example.ts', '@twinfloor/scene', false],
  ['packages/scene/src/scene/example.ts', '@twinfloor/core', true],
  ['packages/scene/src/scene/example.ts', '@twinfloor/elements/controllers/twin-controller', true],
  ['packages/scene/src/scene/example.ts', '@twinfloor/elements/events/select', true],
  ['packages/scene/src/scene/example.ts', '@twinfloor/elements/tokens', true],
  ['packages/scene/src/scene/example.ts', '@twinfloor/elements', false],
  ['packages/scene/src/scene/example.ts', '@twinfloor/elements/power', false],
  ['packages/scene/src/three/example.ts', '../scene/scene.js', false],
  ['packages/scene/src/scene/example.ts', '../three/renderer.js', true],
  ['examples/example.mjs', '@twinfloor/core', true],
  ['examples/example.mjs', '../packages/core/src/index.js', false],
  ['bench/example.mjs', '../packages/core/dist/index.js', false],
];

/** Texts that must not pass, whatever they import. */
const unsafe = [
  'element.innerHTML = text;',
  'element.insertAdjacentHTML("beforeend", text);',
  "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport { unsafeHTML };",
  'eval(text);',
  'new Function(text)();',
  'document.write(text);',
  "element.setAttribute('style', text);",
  "import { html } from 'lit';\nexport const template = html`<b style=${text}></b>`;",
  'export const value: any = 1;',
  'export enum Color { red }',
];

describe('lint', () => {
  // The files on trial do not exist, so no project knows their types.
  const eslint = new ESLint({ cwd: root, overrideConfig: typescript.configs.disableTypeChecked });
  const complaints = async (text, filePath) =>
    (await eslint.lintText(text, { filePath: join(root, filePath) }))[0].messages.map(
      ({ ruleId, message }) => `${ruleId}: ${message}`,
    );

  for (const [file, module, allowed] of imports) {
    it(`${allowed ? 'lets' : 'does not let'} ${file} import ${module}`, async () => {
      const found = (await complaints(`import '${module}';\n`, file)).filter((line) =>
        line.startsWith('no-restricted-imports'),
      );
      assert.equal(found.length, allowed ? 0 : 1, found.join('\n'));
    });
  }

  it('does not let an element import another one', async () => {
    const { boundaries } = await import('./internal/boundaries.mjs');
    const rooms = boundaries(['first', 'second']);
    const room = rooms.find(({ files }) => files.includes('packages/elements/src/first/**/*.ts'));
    const [, { patterns }] = room.rules['no-restricted-imports'];
    const forbidden = (module) => patterns.some(({ regex }) => new RegExp(regex, 'u').test(module));
    assert.equal(forbidden('../second/second.js'), true);
    assert.equal(forbidden('../first/first.styles.js'), false);
    assert.equal(forbidden('../charts/time-axis.js'), false);
  });

  for (const text of unsafe) {
    it(`does not let through: ${text.split('\n').at(-1)}`, async () => {
      assert.notDeepEqual(
        await complaints(
          `declare const element: Element, text: string;\nvoid [element, text];\n${text}\n`,
          'packages/elements/src/internal/example.ts',
        ),
        [],
      );
    });
  }
});

describe('the compiler', () => {
  /** Package, import, and whether the compiler lets it pass. */
  const cases = [
    ['core', '@twinfloor/elements', false],
    ['core', '@twinfloor/connectors', false],
    ['core', '../../elements/src/index.js', false],
    ['connectors', '@twinfloor/core', true],
    ['connectors', '@twinfloor/elements', false],
    ['connectors', '../../elements/src/index.js', false],
    ['cli', '@twinfloor/connectors', true],
    ['cli', '@twinfloor/elements', false],
    ['cli', '@twinfloor/scene', false],
    ['elements', '@twinfloor/core', true],
    ['elements', '@twinfloor/connectors', false],
    ['elements', '@twinfloor/scene', false],
    ['scene', '@twinfloor/elements', true],
    ['scene', '@twinfloor/core', true],
    ['scene', '@twinfloor/connectors', false],
  ];
  let house;
  let output;

  // A house of the same rooms with nothing in them but the imports on trial; one run of the compiler judges all.
  before(async () => {
    house = mkdtempSync(join(tmpdir(), 'twinfloor-boundaries-'));
    const copy = (path) => {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      copyFileSync(join(root, path), join(house, path));
    };
    const write = (path, text) => {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    };
    copy('tsconfig.base.json');
    copy('tools/internal/forbidden-import.d.ts');
    mkdirSync(join(house, 'node_modules/@twinfloor'), { recursive: true });
    symlinkSync(join(root, 'node_modules/@types'), join(house, 'node_modules/@types'), 'junction');
    symlinkSync(
      join(root, 'node_modules/undici-types'),
      join(house, 'node_modules/undici-types'),
      'junction',
    );
    for (const name of packageFolders()) {
      copy(`packages/${name}/package.json`);
      copy(`packages/${name}/tsconfig.json`);
      write(`packages/${name}/src/index.ts`, 'export const room = true;\n');
      symlinkSync(join(house, 'packages', name), join(house, 'node_modules/@twinfloor', name), 'junction');
    }
    cases.forEach(([name, module], index) => {
      write(
        `packages/${name}/src/case-${index}.ts`,
        `import { room } from '${module}';\nexport const found = room;\n`,
      );
    });
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const projects = packageFolders().map((name) => `packages/${name}`);
    ({ output } = await runNode([compiler, '-b', ...projects], { cwd: house, quiet: true }));
  });

  after(() => rmSync(house, { recursive: true, force: true }));

  cases.forEach(([name, module, allowed], index) => {
    it(`${allowed ? 'lets' : 'does not let'} ${name} import ${module}`, () => {
      const complaint = output
        .split('\n')
        .find((line) => line.startsWith(`packages/${name}/src/case-${index}.ts`));
      if (allowed) assert.equal(complaint, undefined);
      else assert.match(complaint ?? 'nothing', /TS2306|TS6059|TS6307/);
    });
  });
});
