import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Binding } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { Bindings } from '../internal/bindings.js';
import { fuzz } from '../testing/fuzz.js';
import { Receiver } from './receiver.js';
import { mqttSettings } from './settings.js';

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
} as const;

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'shop/mill/energy#/electric/watts', unit: 'W' },
  { signal: 'mill/program', from: 'shop/mill/program' },
  { signal: 'mill/state', from: 'shop/+/execution', vocabulary: 'mtconnect' },
  { signal: 'mill/conditions', from: 'shop/mill/oil' },
];

const time = '2026-03-04T06:00:00Z';
const samples = [
  { time, electric: { watts: 12_500, volts: [400, 401, 399] } },
  { timestamp_ms: 1_772_604_000_000, value: 'O1234' },
  [
    { time, value: 'ACTIVE', quality: 'good' },
    { time, value: 'READY', quality: 0x40000000 },
  ],
  { time, value: { key: 'logic', level: 'fault', code: '81', text: 'Öl fehlt' } },
  {
    data: [
      { id: 'mill', name: 'power', v: 1.5e3, t: 1_772_604_000 },
      { id: 'saw', name: 'power', v: null },
    ],
  },
  { power: 12.5, state: 'running', program: null, timestamp: time },
].map((message) => new TextEncoder().encode(JSON.stringify(message)));

for (const [title, topics, payload] of [
  ['of topics that name the signal', ['shop/{equipment}/{signal}'], {}],
  ['of topics that name the equipment', ['shop/{equipment}/#'], {}],
  [
    'that name equipment and signal themselves',
    ['shop/#'],
    { items: '/data', equipment: '/id', signal: '/name', value: '/v', time: '/t' },
  ],
] as const) {
  const seed = 20_260_304;
  test(`100,000 mutated messages ${title} (seed ${seed}) neither throw nor hang, and those that are wrong are counted`, () => {
    const context = new ConformanceContext({ signals, now: () => Date.parse(time) });
    const bound = new Bindings(bindings, context);
    const settings = { url: 'ws://broker', topics, payload };
    const target = new Receiver(mqttSettings({ type: 'mqtt', id: 'm', bindings, settings }), bound, context);
    const places = ['energy', 'program', 'execution', 'oil', 'power', 'state'].map(
      (name) => `shop/mill/${name}`,
    );
    const silent = new Set<string>();
    let count = 0;
    const take = (bytes: Uint8Array): 'taken' | 'refused' => {
      target.take(places[count++ % places.length], bytes, -Infinity);
      bound.deliver();
      const result = context.rows.length > 0 ? 'taken' : 'refused';
      if (result === 'refused' && context.refusals.length === 0) silent.add(new TextDecoder().decode(bytes));
      context.refusals.length = 0;
      context.rows.length = 0;
      context.batches.length = 0;
      return result;
    };
    const { taken, refused, thrown, longest, growth } = fuzz({ seed, count: 100_000, samples, take });
    assert.equal(thrown, undefined);
    assert.equal(taken + refused, 100_000);
    // An empty list is a batch in which nothing was to be told.
    for (const text of silent) assert.match(text, /\[\s*\]/);
    assert.ok(taken > 500 && refused > 500, `${taken} taken, ${refused} refused`);
    assert.ok(longest < 50, `${longest} ms`);
    assert.ok(growth < 40_000_000, `${growth} bytes`);
  });
}
