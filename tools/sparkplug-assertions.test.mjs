import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { files } from './internal/files.mjs';
import { tableRows, words } from './internal/markdown.mjs';
import { root } from './internal/root.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const rows = tableRows(read('docs/sparkplug.md'), ['assertion', 'what is looked at', 'shown by']);
const folder = process.env.TWINFLOOR_FIXTURES ?? join(root, '../shared/fixtures');
const list = join(folder, 'sparkplug/tck-assertions.json');
const ofHost = /host|phid|-ph-|state|ncmd|dcmd|-cmd-|commands|primary/;

describe('the assertions in docs/sparkplug.md', () => {
  const named = rows.map(({ cells }) => words(cells[0])[0]);

  it('stand there once', () => {
    assert.ok(named.length > 100);
    assert.deepEqual(
      named.filter((id, index) => named.indexOf(id) !== index),
      [],
    );
  });

  it('are shown by tests that exist, or say why they do not apply', () => {
    const titles = titlesOfTests();
    assert.ok(titles.length > 60);
    const wrong = rows.filter(({ cells: [, , shown] }) => {
      const title = /^\*(.+)\*$/.exec(shown)?.[1];
      return title === undefined ? shown.length < 20 : !titles.includes(title);
    });
    assert.deepEqual(
      wrong.map(({ cells }) => cells),
      [],
    );
  });

  if (existsSync(list)) {
    const all = JSON.parse(readFileSync(list, 'utf8')).map(({ id, text }) => [
      id.replace(/^tck-id-/, ''),
      text,
    ]);

    it('are all those about a host application', () => {
      const wanted = all.filter(([id, text]) => ofHost.test(id) || text.includes('Host Application'));
      assert.ok(wanted.length > 100);
      assert.deepEqual(
        wanted.map(([id]) => id).filter((id) => !named.includes(id)),
        [],
      );
    });

    it('have ids of the specification', () => {
      const known = new Set(all.map(([id]) => id));
      assert.deepEqual(
        named.filter((id) => !known.has(id)),
        [],
      );
    });
  } else console.log('assertions of Sparkplug: no data, set TWINFLOOR_FIXTURES to the folder of fixtures');
});

/** As they stand in the sources: with the places for values. */
function titlesOfTests() {
  const sources = files('packages/connectors/src/sparkplug', (path) => path.endsWith('.test.ts'));
  return sources.flatMap((path) =>
    [...read(path).matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].map(([, , title]) =>
      title.replaceAll('\\', ''),
    ),
  );
}
