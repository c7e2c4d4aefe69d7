import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../testing/fixtures.js';
import { fieldOf, structureOf } from './field.js';
import { type DataSet, messagesOf } from './messages.js';

type Facts = Readonly<Record<string, unknown>>;
type FieldFacts = { value?: unknown; statusCode?: { Code: number } | null; source?: string | null };

interface SetFacts {
  messageType: string;
  writerId: unknown;
  writerName: string | null;
  sequence: number | null;
  timestamp: string | null;
  fields: Readonly<Record<string, unknown>>;
}

const frames: Readonly<Record<string, string>> = {
  'ua-deltaframe': 'delta',
  'ua-event': 'event',
  'ua-keepalive': 'keepAlive',
};

/** Structures stand in the facts by the names of their members. */
function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  return `object:${Object.keys(value).sort().join()}`;
}

function read(file: string): DataSet[] {
  const { body } = JSON.parse(fixture(`opcua/${file}`)) as { body: unknown };
  const messages = messagesOf(body, (place, found) => assert.fail(`${place}: ${String(found)}`));
  return messages.map((message) => (message.kind === 'data' ? message : assert.fail(message.kind)));
}

function checkField(raw: unknown, facts: unknown): void {
  const { value, status, time } = fieldOf(raw);
  if (typeof facts !== 'object' || facts === null || !('source' in facts)) {
    assert.deepEqual(shown(value), facts);
    return;
  }
  const { value: known = null, statusCode, source } = facts as FieldFacts;
  assert.equal(status, statusCode?.Code ?? 0);
  assert.equal(time, source === null || source === undefined ? undefined : Date.parse(source));
  // The facts show the DataValue itself where it has no value.
  assert.deepEqual(shown(value), status === 0 ? known : null);
}

function checkNetworkMessage(sets: readonly DataSet[], facts: Facts): void {
  const known = facts['dataSetMessages'] as SetFacts[];
  assert.equal(sets.length, known.length);
  for (const [index, expected] of known.entries()) {
    const set = sets[index];
    assert.equal(set.publisher, facts['publisherId']);
    assert.equal(set.writer, String(expected.writerId));
    assert.equal(set.writerName ?? null, expected.writerName);
    assert.equal(set.frame, frames[expected.messageType]);
    assert.equal(set.sequence ?? null, expected.sequence);
    assert.equal(set.time, expected.timestamp === null ? undefined : Date.parse(expected.timestamp));
    assert.deepEqual(Object.keys(set.fields).sort(), Object.keys(expected.fields).sort());
    for (const [name, field] of Object.entries(expected.fields)) checkField(set.fields[name], field);
  }
}

function checkSample(set: DataSet, facts: Facts, raw: Facts): void {
  assert.equal(raw['EndpointUrl'], facts['endpoint']);
  if (!('ExtensionFields' in raw)) assert.equal(set.publisher, facts['endpoint']);
  if (set.frame === 'event') {
    assert.equal(shown(raw['Value']), facts['value']);
    assert.deepEqual(set.fields, structureOf(fieldOf(raw['Value']).value));
  } else {
    assert.ok(Object.hasOwn(set.fields, facts['nodeId'] as string));
    checkField(set.fields[facts['nodeId'] as string], facts);
  }
}

fixtures('OPC UA JSON', () => {
  const facts = JSON.parse(fixture('opcua/facts.json')) as Readonly<Record<string, { body?: unknown }>>;
  const files = Object.keys(facts).filter((file) => /^opc-publisher.*\.json$/.test(file));

  test('there are eight recorded messages', () => assert.equal(files.length, 8));

  for (const file of files) {
    test(`${file} is read as its facts say`, () => {
      const { body } = facts[file];
      const known = (Array.isArray(body) ? body : [body]) as Facts[];
      const { body: document } = JSON.parse(fixture(`opcua/${file}`)) as { body: unknown };
      const documents = (Array.isArray(document) ? document : [document]) as Facts[];
      const sets = read(file);
      if (known[0]['kind'] !== 'sample') return checkNetworkMessage(sets, known[0]);
      assert.equal(sets.length, known.length);
      for (const [index, set] of sets.entries()) checkSample(set, known[index], documents[index]);
    });
  }
});
