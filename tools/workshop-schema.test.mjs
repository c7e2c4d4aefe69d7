import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './internal/root.mjs';
import { workshopJsonSchema, workshopTypes } from './workshop-schema.mjs';

const schema = await workshopJsonSchema();

const example = () => ({
  $schema: 'https://twinfloor.dev/schema/workshop-1.json',
  id: 'hangzhou-1',
  name: { en: 'Press shop', zh: '冲压车间' },
  timeZone: 'Asia/Shanghai',
  equipment: [
    { id: 'line-a', level: 'workCenter', name: 'Line A' },
    { id: 'press-01', level: 'workUnit', parent: 'line-a', type: 'press', placement: { x: 4, y: 2 } },
  ],
  calendar: { shifts: [{ name: 'early', from: '06:00', to: '14:00' }] },
  connectors: [
    {
      type: 'mtconnect',
      url: 'http://agent.local:5000',
      device: 'Mazak',
      bindings: [{ signal: 'press-01/state', from: 'execution', vocabulary: 'mtconnect' }],
    },
  ],
});

describe('the JSON Schema of the workshop file', () => {
  it('accepts the example of the guide', () => {
    assert.equal(accepts(schema, example()), true);
  });

  it('refuses what the reader refuses', () => {
    const mistakes = [
      (json) => delete json.id,
      (json) => (json.nmae = 'x'),
      (json) => (json.equipment[1].level = 'workunit'),
      (json) => (json.equipment[1].idealCycle = 0),
      (json) => (json.equipment[1].id = 'a/b'),
      (json) => (json.equipment = []),
      (json) => (json.name = {}),
      (json) => (json.calendar.shifts[0].from = '6:00'),
      (json) => (json.calendar.holidays = ['1 May']),
      (json) => delete json.connectors[0].url,
      (json) => (json.connectors[0].devise = 'Mazak'),
      (json) => (json.connectors[0].bindings[0].vocabulary = 'mtc'),
    ];
    for (const change of mistakes) {
      const json = example();
      change(json);
      assert.equal(accepts(schema, json), false, String(change));
    }
  });

  it('accepts a connector type of the host with any keys', () => {
    assert.equal(accepts(schema, { ...example(), connectors: [{ type: 'acme', depth: { a: 1 } }] }), true);
  });

  it('names every key of the types, with words', () => {
    const sources = workshopTypes.map((name) =>
      readFileSync(join(root, `packages/core/src/model/${name}.ts`), 'utf8'),
    );
    const keys = [...sources.join('\n').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, key]) => key);
    const described = new Set();
    walk(schema, (node) => {
      for (const [key, property] of Object.entries(node.properties ?? {})) {
        assert.ok(property.description?.length > 3, key);
        described.add(key);
      }
    });
    assert.ok(keys.length > 60);
    // The settings of a connector stand in the file as keys of their own.
    assert.deepEqual(
      keys.filter((key) => !described.has(key) && key !== 'settings'),
      [],
    );
    for (const key of [
      'heartbeat',
      'topics',
      'payload',
      'items',
      'align',
      'original',
      'modulus',
      'counting',
    ]) {
      assert.ok(described.has(key), key);
    }
  });
});

function walk(node, visit) {
  if (typeof node !== 'object' || node === null) return;
  visit(node);
  for (const inner of Object.values(node)) walk(inner, visit);
}

/** Checks a value against as much of JSON Schema as ours uses; refuses a word of it that it does not know. */
function accepts(node, value) {
  return Object.entries(node).every(([word, wanted]) => {
    const check = words[word];
    assert.ok(check, `the schema uses ${word}`);
    return check(wanted, value, node);
  });
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const always = () => true;
const types = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
};
const words = {
  $id: always,
  $schema: always,
  $defs: always,
  title: always,
  description: always,
  default: always,
  type: (type, value) => types[type](value),
  const: (wanted, value) => value === wanted,
  enum: (list, value) => list.includes(value),
  pattern: (pattern, value) => new RegExp(pattern).test(value),
  minLength: (least, value) => value.length >= least,
  minItems: (least, value) => value.length >= least,
  minProperties: (least, value) => Object.keys(value).length >= least,
  minimum: (least, value) => value >= least,
  maximum: (most, value) => value <= most,
  exclusiveMinimum: (bound, value) => value > bound,
  anyOf: (options, value) => options.some((option) => accepts(option, value)),
  $ref: (reference, value) => accepts(schema.$defs[reference.replace('#/$defs/', '')], value),
  required: (keys, value) => keys.every((key) => key in value),
  items: (item, value) => value.every((one) => accepts(item, one)),
  propertyNames: (names, value) => Object.keys(value).every((key) => accepts(names, key)),
  properties: (properties, value) =>
    Object.entries(properties).every(([key, inner]) => !(key in value) || accepts(inner, value[key])),
  additionalProperties: (rest, value, node) =>
    Object.keys(value).every(
      (key) =>
        key in (node.properties ?? {}) || (rest !== false && (rest === true || accepts(rest, value[key]))),
    ),
};
