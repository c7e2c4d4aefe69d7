import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { conversion, vocabularyNamed, vocabularyNames } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
// What a reader of the pages meets through a connection is asked here directly: no source has to run for it.
import { Bindings } from '../packages/connectors/dist/internal/bindings.js';
import { readSettings as aasSettings } from '../packages/connectors/dist/aas/settings.js';
import { Receiver } from '../packages/connectors/dist/mqtt/receiver.js';
import { restSettings, sseSettings } from '../packages/connectors/dist/http/settings.js';
import { mqttSettings } from '../packages/connectors/dist/mqtt/settings.js';
import { readSettings } from '../packages/connectors/dist/mtconnect/settings.js';
import { opcuaJsonSettings } from '../packages/connectors/dist/opcua-json/settings.js';
import { replaySettings } from '../packages/connectors/dist/replay/settings.js';
import { readSettings as sparkplugSettings } from '../packages/connectors/dist/sparkplug/settings.js';
import { simulatorSettings } from '../packages/connectors/dist/simulator/settings.js';
import { tableRows, words } from './internal/markdown.mjs';
import { root } from './internal/root.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const connectors = read('docs/connectors.md');
const known = new Set([...words(read('docs/workshop-file.md')), ...words(connectors)]);

describe('the tables of docs/workshop-file.md and docs/connectors.md', () => {
  it('name every key of the schema', () => {
    const schema = JSON.parse(read('packages/core/dist/workshop-1.schema.json'));
    assert.deepEqual(
      [...keysOf(schema)].filter((key) => !known.has(key)),
      [],
    );
  });

  it('name every vocabulary with its inputs', () => {
    const rows = tableRows(connectors, ['vocabulary', 'inputs', 'after']).map(({ cells }) => cells);
    assert.deepEqual(
      Object.fromEntries(rows.map(([name, inputs]) => [words(name)[0], words(inputs)])),
      Object.fromEntries(vocabularyNames.map((name) => [name, vocabularyNamed(name).inputs])),
    );
  });

  it('convert the units of a row into each other', () => {
    const rows = tableRows(connectors, ['measures', 'units']);
    assert.ok(rows.length > 10);
    for (const { cells } of rows) {
      const [first, ...others] = words(cells[1]);
      for (const other of others) assert.doesNotThrow(() => conversion(other, first), `${other} to ${first}`);
    }
  });

  const url = 'ws://broker';
  const settings = {
    'Asset Administration Shells': [
      ['setting', 'meaning', 'default'],
      aasSettings({ settings: { url: '/shells' } }),
    ],
    MTConnect: [['setting', 'meaning', 'unit', 'default'], readSettings({ settings: { url: '/agent' } })],
    MQTT: [
      ['setting', 'meaning', 'default'],
      mqttSettings({ settings: { url, topics: ['a'] }, bindings: [] }),
    ],
    'OPC UA PubSub JSON': [['setting', 'meaning', 'default'], opcuaJsonSettings({ settings: { url } })],
    REST: [['setting', 'meaning', 'unit', 'default'], restSettings({ settings: { url: '/a' } })],
    'Server-sent events': [['setting', 'meaning', 'default'], sseSettings({ settings: { url: '/a' } })],
    Replay: [['setting', 'meaning', 'default'], replaySettings({ settings: { recording: 'a' } })],
    Simulator: [['setting', 'meaning', 'default'], simulatorSettings({ settings: {} })],
    'Sparkplug B': [['setting', 'meaning', 'default'], sparkplugSettings({ url })],
  };
  for (const [heading, [columns, defaults]] of Object.entries(settings)) {
    it(`name the defaults of ${heading} as the connector fills them in`, () => {
      const rows = tableRows(connectors, columns).filter((row) => row.heading === heading);
      let count = 0;
      for (const { cells } of rows) {
        const standard = cells.at(-1).replaceAll('`', '');
        if (!/^(\d+|true|false)$/.test(standard)) continue;
        assert.equal(String(defaults[words(cells[0])[0]]), standard, cells[0]);
        count += 1;
      }
      assert.ok(count > 0, heading);
    });
  }
});

describe('the examples of MQTT in docs/connectors.md', () => {
  const rows = tableRows(connectors, ['`topics`', '`payload`', 'topic', 'message']);
  for (const { cells } of rows) {
    const [topics, [payload = '{}'], [topic], [message]] = cells.map(words);
    it(`give press-01/power by ${topics.join()}`, () => {
      const context = new ConformanceContext({ signals: { 'press-01/power': 'number' } });
      const bindings = new Bindings([], context);
      const entry = { bindings: [], settings: { url: 'ws://broker', topics, payload: JSON.parse(payload) } };
      const receiver = new Receiver(mqttSettings(entry), bindings, context);
      receiver.take(topic, new TextEncoder().encode(message), -Infinity);
      bindings.deliver();
      assert.deepEqual(context.refusals, []);
      assert.deepEqual(context.rows, [
        { signal: 'press-01/power', time: 1778450400000, value: 12.5, quality: 'good' },
      ]);
    });
  }

  it('are three', () => assert.equal(rows.length, 3));
});

describe('the words of vocabularies in docs/connectors.md', () => {
  const vocabularies = {
    MTConnect: 'mtconnect',
    PackML: 'packml',
    'SEMI E10': 'semi-e10',
    Weihenstephan: 'weihenstephan',
    Euromap: 'euromap',
    Machinery: 'machinery',
  };
  for (const [heading, name] of Object.entries(vocabularies)) {
    it(`${heading}: mean what the vocabulary says`, () => {
      const rows = tableRows(connectors, ['input', 'words', 'beside', 'state']).filter(
        (row) => row.heading === `Words of ${heading}`,
      );
      assert.ok(rows.length > 5, heading);
      for (const { cells } of rows) {
        const [[input], said, beside] = cells.map(words);
        const others = beside.length === 2 ? { [beside[0]]: beside[1] } : {};
        for (const word of said) {
          const found = vocabularyNamed(name).state({ ...others, [input]: word });
          assert.equal(found, cells[3], `${input} ${word} beside ${beside.join(' ') || 'nothing'}`);
        }
      }
    });
  }
});

/** All names of keys in a JSON Schema. */
function keysOf(schema, keys = new Set()) {
  if (typeof schema !== 'object' || schema === null) return keys;
  if (!Array.isArray(schema)) for (const key of Object.keys(schema.properties ?? {})) keys.add(key);
  for (const [key, part] of Object.entries(schema)) {
    if (key === 'properties') for (const property of Object.values(part)) keysOf(property, keys);
    else keysOf(part, keys);
  }
  return keys;
}
