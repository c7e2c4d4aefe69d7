import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Binding } from '@twinfloor/core';
import { ConformanceContext, type RecordedRow } from '@twinfloor/core/conformance';
import { Bindings } from '../internal/bindings.js';
import { Receiver } from './receiver.js';
import { mqttSettings } from './settings.js';

const now = Date.parse('2026-03-04T06:00:00Z');
const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'saw/power': 'number',
} as const;

function receiver(settings: object, bindings: readonly Binding[] = []) {
  const context = new ConformanceContext({ signals, now: () => now });
  const bound = new Bindings(bindings, context);
  const entry = { type: 'mqtt', id: 'm', bindings, settings: { url: 'ws://broker', ...settings } };
  const target = new Receiver(mqttSettings(entry), bound, context);
  const take = (topic: string, message: unknown, knownSince = -Infinity): string[] => {
    context.rows.length = 0;
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    target.take(topic, new TextEncoder().encode(text), knownSince);
    bound.deliver();
    return context.rows.map(rowText);
  };
  return { take, context, target, bound };
}

function rowText({ signal, time, value, quality }: RecordedRow): string {
  const seconds = (time - now) / 1000;
  const shown = typeof value === 'object' ? `${value.key}|${value.level}|${value.code ?? ''}` : String(value);
  return `${signal} ${shown} at ${seconds}${quality === 'good' ? '' : ` ${quality}`}`;
}

test('equipment and signal are taken from the topic', () => {
  const { take, target } = receiver({ topics: ['shop/{equipment}/data/{signal}'] });
  assert.deepEqual(target.filters, ['shop/+/data/+']);
  assert.deepEqual(take('shop/mill/data/power', 12.5), ['mill/power 12.5 at 0']);
  assert.deepEqual(take('shop/mill/data/state', '"running"'), ['mill/state running at 0']);
  assert.deepEqual(take('shop/saw/data/power', { timestamp_ms: now - 3000, value: 7 }), [
    'saw/power 7 at -3',
  ]);
  assert.deepEqual(take('shop/mill/other/power', 1), []);
});

test('a text has all digits of a whole number, a number the nearest one', () => {
  const { take } = receiver({ topics: ['shop/{equipment}/{signal}'] });
  assert.deepEqual(take('shop/mill/program', '{"value": 12345678901234567890}'), [
    'mill/program 12345678901234567890 at 0',
  ]);
  assert.deepEqual(take('shop/mill/power', '12345678901234567890'), ['mill/power 12345678901234567000 at 0']);
});

test('an object whose signals no one names has one for each key', () => {
  const { take } = receiver({ topics: ['umh/v1/+/{equipment}/_historian'] });
  assert.deepEqual(
    take('umh/v1/acme/mill/_historian', { timestamp_ms: now - 1000, power: 3, program: 'P7', state: 'idle' }),
    ['mill/power 3 at -1', 'mill/program P7 at -1', 'mill/state idle at -1'],
  );
});

test('a list is a batch, and each item may name its equipment, signal, time and quality', () => {
  const payload = {
    items: '/data',
    equipment: '/id',
    signal: '/tag',
    value: '/v',
    time: '/t',
    quality: '/q',
  };
  const { take, context } = receiver({ topics: ['gateway'], payload });
  const message = {
    t: now / 1000 - 10,
    data: [
      { id: 'mill', tag: 'power', v: 1, t: now - 2000, q: 'Uncertain' },
      { id: 'mill', tag: 'power', v: 2 },
      { id: 'press', tag: 'power', v: 3 },
      { id: 'mill', tag: 'colour', v: 3 },
      { id: 'mill', v: 3 },
      { tag: 'power', v: 3 },
      { id: 'saw', tag: 'power' },
      { id: 'saw', tag: 'power', v: [4] },
      { id: 'saw', tag: 'power', v: 5, t: 'noon' },
      { id: 'saw', tag: 'power', v: 5, q: 'dubious' },
      { id: 'saw', tag: 'power', v: null },
      { id: 'saw', tag: 'power', v: 6, q: 0x80000000 },
    ],
  };
  assert.deepEqual(take('gateway', message), [
    'mill/power 1 at -2 uncertain',
    'mill/power 2 at -10',
    'saw/power undefined at -10 bad',
    'saw/power 6 at -10 bad',
  ]);
  assert.deepEqual(
    context.refusals.map(({ place, allowed }) => `${place}: ${allowed}`),
    [
      'gateway: press/power: unknown equipment: press, allowed: mill, saw',
      'gateway: mill/colour: unknown signal: mill/colour, allowed: mill/power, mill/program, mill/state, saw/power',
      'gateway: the name of the signal',
      'gateway: the name of the equipment',
      'gateway: a value where the pointer says',
      'gateway: a number, a text or null',
      'gateway: a time: milliseconds, seconds or ISO 8601 with offset',
      'gateway: a quality: good, uncertain, bad or a status code',
    ],
  );
});

test('the items may be an object of signals under a pointer', () => {
  const { take } = receiver({ topics: ['{equipment}'], payload: { items: '/metrics', time: '/ts' } });
  const message = { ts: now - 5000, metrics: { power: { value: 4, ts: now - 4000 }, program: 'P1' } };
  assert.deepEqual(take('mill', message), ['mill/power 4 at -4', 'mill/program P1 at -5']);
});

test('a binding names a topic and a JSON pointer into its messages', () => {
  const { take, target, context } = receiver({}, [
    { signal: 'mill/power', from: 'meters/+#/phases/1/W', unit: 'W' },
    { signal: 'mill/program', from: 'mill/#' },
    {
      signal: 'mill/state',
      from: { execution: 'mill/exec', mode: 'mill/mode#/~1m' },
      vocabulary: 'mtconnect',
    },
  ]);
  assert.deepEqual(target.filters, ['meters/+', 'mill/#', 'mill/exec', 'mill/mode']);
  assert.deepEqual(take('meters/4', { phases: [{ W: 1 }, { W: 2500 }], time: now - 1000 }), [
    'mill/power 2.5 at -1',
  ]);
  assert.deepEqual(take('mill/exec', '"ACTIVE"'), ['mill/program ACTIVE at 0', 'mill/state running at 0']);
  assert.deepEqual(take('mill/mode', { '/m': 'MANUAL', value: 'x' }), [
    'mill/program x at 0',
    'mill/state setup at 0',
  ]);
  assert.deepEqual(take('meters/4', { phases: [] }), []);
  assert.deepEqual(context.refusals, [
    { place: 'meters/4', found: 'nothing', allowed: 'a value where the pointer says' },
  ]);
});

test('a condition is an object with a level', () => {
  const { take } = receiver({ topics: ['{equipment}/{signal}'] });
  assert.deepEqual(take('mill/conditions', { level: 'Fault', code: 'B6', key: 'system', time: now }), [
    'mill/conditions system|fault|B6 at 0',
  ]);
  assert.deepEqual(take('mill/conditions', '"normal"'), ['mill/conditions conditions|normal| at 0']);
});

test('what is not JSON is refused with its topic, and the next message is taken', () => {
  const { take, context } = receiver({ topics: ['{equipment}/{signal}'] });
  for (const text of ['', '{', 'RUNNING', '{"value":1}x']) assert.deepEqual(take('mill/power', text), []);
  assert.deepEqual(take('mill/power', '1'), ['mill/power 1 at 0']);
  assert.equal(context.refusals.length, 4);
  assert.deepEqual(context.refusals[2], { place: 'mill/power', found: 'RUNNING', allowed: 'JSON' });
});

test('a retained message that is older than the loss says what holds now', () => {
  const { take } = receiver({ topics: ['{equipment}/{signal}'] });
  const lost = now - 60_000;
  assert.deepEqual(take('mill/power', { time: now - 90_000, value: 1 }, lost), ['mill/power 1 at 0']);
  assert.deepEqual(take('mill/power', { time: now - 30_000, value: 2 }, lost), ['mill/power 2 at -30']);
});

test('a retained message without a time is uncertain, as nobody says how old it is, until the next one', () => {
  const { bound, context, target } = receiver({ topics: ['{equipment}/{signal}'] });
  const bytes = new TextEncoder().encode('{"value":1}');
  const timed = new TextEncoder().encode(JSON.stringify({ time: now, value: 2 }));
  const said = new TextEncoder().encode('{"value":3,"quality":"good"}');
  target.take('mill/power', bytes, -Infinity, true);
  target.take('mill/power', timed, -Infinity, true);
  target.take('mill/power', said, -Infinity, true);
  target.take('mill/power', bytes, -Infinity, false);
  bound.deliver();
  assert.deepEqual(
    context.rows.map(({ quality }) => quality),
    ['uncertain', 'good', 'good', 'good'],
  );
});

const times: readonly [written: unknown, seconds: number | undefined][] = [
  [now - 1000, -1],
  [now / 1000 - 1, -1],
  [String(now - 1000), -1],
  ['2026-03-04T05:59:59Z', -1],
  ['2026-03-04T13:59:59.500+08:00', -0.5],
  ['2026-03-04T05:59:59', undefined],
  ['2026-03-04', undefined],
  [0, undefined],
  [-5, undefined],
  [1e18, undefined],
  [true, undefined],
  [{}, undefined],
];
for (const [written, seconds] of times) {
  const result = seconds === undefined ? 'refused' : `${seconds} s from now`;
  test(`the time ${JSON.stringify(written)} is ${result}`, () => {
    const { take, context } = receiver({ topics: ['{equipment}/{signal}'] });
    const expected = seconds === undefined ? [] : [`mill/power 1 at ${seconds}`];
    assert.deepEqual(take('mill/power', { time: written, value: 1 }), expected);
    assert.equal(context.refusals.length, seconds === undefined ? 1 : 0);
  });
}

test('names like those of JavaScript objects find nothing', () => {
  const { take, context } = receiver({
    topics: ['{equipment}/{signal}', 'all'],
    payload: { value: '/constructor' },
  });
  take('mill/toString', 1);
  take('__proto__/power', 1);
  take('mill/power', {});
  assert.equal(context.rows.length, 0);
  assert.equal(context.refusals.length, 3);
});

const seed = Number(process.env['SEED'] ?? 20260304);
test(`mutated messages never throw and give rows or refusals (seed ${seed})`, () => {
  const random = randomFrom(seed);
  const payload = { items: '/data', equipment: '/id', signal: '/tag' };
  const named = receiver({ topics: ['gateway/#'], payload });
  const plain = receiver({ topics: ['{equipment}/{signal}', 'gateway/{equipment}'] });
  const base = JSON.stringify({
    time: now,
    data: [
      { id: 'mill', tag: 'power', value: 1.5, time: '2026-03-04T05:00:00Z', quality: 'good' },
      { id: 'mill', tag: 'conditions', value: { level: 'fault', code: 'B6' } },
    ],
  });
  for (let n = 0; n < 20_000; n++) {
    const text = mutated(base, random);
    for (const { take, context } of [named, plain]) {
      context.refusals.length = 0;
      const rows = take('gateway/mill', text);
      for (const { value } of context.rows)
        assert.ok(typeof value !== 'number' || Number.isFinite(value), text);
      for (const { found } of context.refusals) assert.ok(found.length <= 200, text);
      assert.ok(rows.length + context.refusals.length > 0 || /^\s*[{[]/.test(text), text);
    }
  }
});

test('a document nested a hundred thousand deep is refused', () => {
  const { take, context } = receiver({ topics: ['{equipment}/{signal}'] });
  take('mill/power', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  assert.equal(context.rows.length, 0);
  assert.equal(context.refusals.length, 1);
});

function mutated(text: string, random: () => number): string {
  let result = text;
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    'null',
    '-1',
    '1e999',
    'true',
    '\\',
    '"value"',
    '0',
    'é',
  ];
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
    const at = Math.floor(random() * result.length);
    const length = random() < 0.5 ? 0 : Math.floor(random() * 8);
    const piece = random() < 0.3 ? '' : pieces[Math.floor(random() * pieces.length)];
    result = result.slice(0, at) + piece + result.slice(at + length);
  }
  return result;
}

/** Random numbers that are the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
