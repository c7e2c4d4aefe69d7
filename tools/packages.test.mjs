import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { elementFolders } from './internal/boundaries.mjs';
import { packageFolders } from './internal/files.mjs';
import { root } from './internal/root.mjs';
import { runNode, runNpm } from './internal/run.mjs';

const read = (...parts) => readFileSync(join(root, ...parts), 'utf8');
const packages = packageFolders()
  .map((folder) => ({ folder, ...JSON.parse(read('packages', folder, 'package.json')) }))
  .filter((description) => !description.private);

/** Modules that run in one place only: not in a plain Node, or not with types. */
const nodeOnly = new Set(['@twinfloor/connectors/mtconnect-agent', 'twinfloor']);
const pageOnly = new Set([
  '@twinfloor/elements/twinfloor.js',
  '@twinfloor/core/kpi-worker.js',
  '@twinfloor/connectors/mqtt-worker.js',
]);

/** Every module that a package offers by name, patterns spelled out. */
function entries({ name, folder, exports }) {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    const file = typeof target === 'string' ? target : target.default;
    if (!subpath.includes('*')) return [name + subpath.slice(1)];
    if (subpath === './*') return folders(folder).map((inner) => `${name}/${inner}`);
    const inside = join(root, 'packages', folder, file.slice(0, file.indexOf('*')));
    if (!existsSync(inside)) return [];
    return readdirSync(inside)
      .filter((inner) => inner.endsWith('.js') && !inner.endsWith('.test.js'))
      .map((inner) => name + subpath.slice(1).replace('*', inner.slice(0, -3)));
  });
}

function folders(folder) {
  if (folder === 'elements') return elementFolders();
  return readdirSync(join(root, 'packages', folder, 'dist'), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        existsSync(join(root, 'packages', folder, 'dist', entry.name, `${entry.name}.js`)),
    )
    .map(({ name }) => name);
}

const modules = packages.flatMap(entries).filter((name) => !name.endsWith('.json'));

describe('the packed packages', () => {
  let project;
  const tarballs = new Map();

  before(async () => {
    project = mkdtempSync(join(tmpdir(), 'twinfloor-packages-'));
    for (const { name, folder } of packages) {
      const { code, output } = await runNpm(['pack', '--json', '--pack-destination', project], {
        cwd: join(root, 'packages', folder),
        quiet: true,
      });
      assert.equal(code, 0, output);
      tarballs.set(name, packed(output));
    }
    writeFileSync(
      join(project, 'package.json'),
      '{ "name": "stranger", "private": true, "type": "module" }\n',
    );
    const files = [...tarballs.values()].map(({ filename }) => `./${filename}`);
    const { code, output } = await runNpm(
      ['install', '--prefer-offline', '--no-audit', '--no-fund', ...files],
      { cwd: project, quiet: true },
    );
    assert.equal(code, 0, output);
  });

  after(() => rmSync(project, { recursive: true, force: true }));

  for (const { name, folder } of packages) {
    describe(name, () => {
      it('passes publint', async () => {
        const { messages, pkg } = await publint({
          pkgDir: join(root, 'packages', folder),
          strict: true,
          level: 'warning',
        });
        assert.deepEqual(
          messages.map((message) => formatMessage(message, pkg, { color: false })),
          [],
        );
      });

      it('holds its licence and its readme', () => {
        assert.equal(read('packages', folder, 'LICENSE'), read('LICENSE'));
        const files = paths(name);
        assert.ok(files.includes('LICENSE') && files.includes('README.md'), files.join('\n'));
      });

      it('holds no test and no record of the compiler', () => {
        assert.deepEqual(
          paths(name).filter((path) =>
            /\.test\.|\.tsbuildinfo$|(^|\/)(fixtures|testing)[./]|\.built$/.test(path),
          ),
          [],
        );
      });
    });
  }

  it('twinfloor: makes a workshop file of a table and has all that its page needs', async () => {
    writeFileSync(join(project, 'machines.csv'), '名称,类型,产线\n一号冲床,冲床,一线\n');
    const command = ['exec', '--no', '--', 'twinfloor', 'init', 'machines.csv'];
    const { code, output } = await runNpm(command, { cwd: project, quiet: true });
    assert.equal(code, 0, output);
    const { equipment } = JSON.parse(readFileSync(join(project, 'workshop.json'), 'utf8'));
    assert.deepEqual(
      equipment.map(({ id, type }) => [id, type]),
      [
        ['workshop', undefined],
        ['line-01', undefined],
        ['machine-01', 'press'],
      ],
    );
    const wanted = ['bin/twinfloor.js', 'dist/page/twinfloor.js', 'dist/page/twinfloor-scene.js'];
    const files = paths('twinfloor');
    assert.deepEqual(
      [...wanted, 'dist/THIRD-PARTY.md'].filter((name) => !files.includes(name)),
      [],
    );
  });

  it('elements: names every element, and nothing that is none, as having a side effect', () => {
    const { sideEffects } = packages.find(({ folder }) => folder === 'elements');
    const elements = elementFolders().map((name) => `./dist/${name}/${name}.js`);
    assert.deepEqual([...sideEffects].sort(), ['./dist/index.js', './dist/twinfloor.js', ...elements].sort());
  });

  it('elements: holds twinfloor.js, the manifest and the data for editors', () => {
    const files = paths('@twinfloor/elements');
    const wanted = [
      'twinfloor.js',
      'custom-elements.json',
      'web-types.json',
      'vscode.html-custom-data.json',
      'vscode.css-custom-data.json',
      'THIRD-PARTY.md',
    ];
    assert.deepEqual(
      wanted.filter((name) => !files.includes(`dist/${name}`)),
      [],
    );
  });

  for (const name of [
    'elements/dist/twinfloor.js',
    'core/dist/kpi-worker.js',
    'connectors/dist/mqtt-worker.js',
  ]) {
    it(`${name} contains everything it needs`, async () => {
      const wanted = [];
      const file = join(project, 'node_modules/@twinfloor', name);
      const note = ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        wanted.push(path);
        return { path, external: true };
      };
      const plugins = [{ name: 'note', setup: ({ onResolve }) => onResolve({ filter: /.*/ }, note) }];
      await build({ entryPoints: [file], bundle: true, format: 'esm', write: false, plugins });
      assert.deepEqual(wanted, []);
    });
  }

  it('core: kpi-worker.js begins to answer by itself', () => {
    assert.match(read('packages/core/dist/kpi-worker.js'), /DedicatedWorkerGlobalScope/);
  });

  it('connectors: mqtt-worker.js begins to answer by itself', () => {
    assert.match(read('packages/connectors/dist/mqtt-worker.js'), /SharedWorkerGlobalScope/);
  });

  for (const name of modules.filter((module) => !pageOnly.has(module))) {
    it(`import '${name}' says nothing and throws nothing in Node`, async () => {
      const script = `await import('${name}')`;
      const options = { cwd: project, quiet: true, timeout: 30_000 };
      const { code, output } = await runNode(['--input-type=module', '--eval', script], options);
      assert.equal(output.trim(), '');
      assert.equal(code, 0);
    });
  }

  it('every module has types that hold without skipLibCheck', async () => {
    const compile = async (place, wanted, compilerOptions) => {
      const text = wanted.map((name, index) => `import * as module${index} from '${name}';`).join('\n');
      const used = `export default [${wanted.map((_, index) => `module${index}`).join(', ')}];`;
      const common = { noEmit: true, strict: true, skipLibCheck: false, target: 'es2022' };
      const lib = ['es2023', 'dom', 'dom.iterable'];
      const settings = { compilerOptions: { ...common, lib, ...compilerOptions }, files: [`${place}.ts`] };
      writeFileSync(join(project, `${place}.ts`), `${text}\n${used}\n`);
      writeFileSync(join(project, `${place}.json`), JSON.stringify(settings));
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      const { code, output } = await runNode([compiler, '-p', `${place}.json`], {
        cwd: project,
        quiet: true,
      });
      assert.equal(code, 0, output);
    };
    const typed = modules.filter((name) => !pageOnly.has(name));
    const inPage = typed.filter((name) => !nodeOnly.has(name));
    await compile('page', inPage, { module: 'esnext', moduleResolution: 'bundler', types: [] });
    linkNodeTypes(project);
    await compile('node', typed, { module: 'nodenext', moduleResolution: 'nodenext', types: ['node'] });
  });

  function paths(name) {
    return tarballs.get(name).files.map(({ path }) => path);
  }
});

/** npm prints one entry a package: older ones as a list, newer ones by name. */
function packed(output) {
  const printed = JSON.parse(output.slice(output.search(/^[[{]/m)).replace(/^npm warn.*$/gm, ''));
  return Object.values(printed)[0];
}

/** The types of Node, as whoever runs the agent has them installed. */
function linkNodeTypes(project) {
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  for (const name of ['@types/node', 'undici-types']) {
    const target = join(project, 'node_modules', name);
    if (!existsSync(target)) cpSync(join(root, 'node_modules', name), target, { recursive: true });
  }
}
