import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { published } from './internal/manifest.mjs';
import { root } from './internal/root.mjs';

const elements = join(root, 'packages/elements');

describe('published()', () => {
  const element = {
    kind: 'class',
    name: 'TwinGauge',
    tagName: 'twin-gauge',
    customElement: true,
    members: [{ name: 'signal' }, { name: '#sample' }, { name: 'open', privacy: 'private' }],
    events: [
      { name: 'id', type: { text: 'TwinSelectEvent' } },
      { type: { text: 'TwinSelectEvent' } },
      { name: 'twin-select', type: { text: 'TwinSelectEvent' }, description: 'Somebody chose it.' },
    ],
  };
  const modules = [
    { path: 'src/gauge/gauge.ts', declarations: [element] },
    { path: 'src/internal/define.ts', declarations: [{ kind: 'function', name: 'define' }] },
  ];

  it('keeps the modules that declare an element, by the path of the compiled file', () => {
    assert.deepEqual(
      published({ modules }).modules.map(({ path }) => path),
      ['dist/gauge/gauge.js'],
    );
  });

  it('keeps what is not private and the events that the class header names', () => {
    const [{ declarations }] = published({ modules }).modules;
    assert.deepEqual(declarations[0].members, [{ name: 'signal' }]);
    assert.deepEqual(declarations[0].events, [element.events[2]]);
  });
});

describe('the manifest of the elements', () => {
  const manifest = JSON.parse(readFileSync(join(elements, 'dist/custom-elements.json'), 'utf8'));
  const declarations = manifest.modules.flatMap(({ declarations: declared }) => declared);
  const webTypes = JSON.parse(readFileSync(join(elements, 'dist/web-types.json'), 'utf8'));

  it('has the events that the class headers name, and no other', () => {
    const fired = readdirSync(join(elements, 'src'), { recursive: true })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .flatMap((path) => [
        ...readFileSync(join(elements, 'src', path), 'utf8').matchAll(/^ \* @fires .*(twin-[a-z-]+)/gm),
      ])
      .map(([, name]) => name)
      .sort();
    const names = (events) => events.map(({ name }) => name).sort();
    assert.ok(fired.length > 0);
    assert.deepEqual(names(declarations.flatMap(({ events = [] }) => events)), fired);
    assert.deepEqual(names(webTypes.contributions.html.elements.flatMap(({ events = [] }) => events)), fired);
  });
});
