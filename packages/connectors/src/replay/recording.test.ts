import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '@twinfloor/core';
import { parseRecording, RecordingReader } from './recording.js';

const head = {
  format: 'twinfloor-recording-1',
  name: 'Mill',
  source: 'a test',
  licence: 'Apache-2.0',
  from: '2026-01-05T06:00:00Z',
  to: '2026-01-05T07:00:00Z',
  signals: [
    { name: 'execution', kind: 'text' },
    { name: 'power', kind: 'number', unit: 'kW' },
    { name: 'logic', kind: 'condition' },
  ],
};
const from = Date.parse(head.from);

function read(lines: readonly string[], change: object = {}) {
  const refusals: Refusal[] = [];
  const text = [JSON.stringify({ ...head, ...change }), ...lines].join('\n');
  return { recording: parseRecording(text, (refusal) => refusals.push(refusal)), refusals };
}

test('a recording is a head and rows whose times add up', () => {
  const { recording, refusals } = read([
    '[0,0,"READY"]',
    '[1500,1,2.5,"uncertain"]',
    '',
    '[0,1,null]',
    '[10,2,{"level":"fault","code":"B6","text":"External emergency stop"}]',
    '[10,2,null]\r',
  ]);
  assert.deepEqual(refusals, []);
  assert.equal(recording.head.from, from);
  assert.deepEqual(
    recording.times,
    [0, 1500, 1500, 1510, 1520].map((time) => from + time),
  );
  assert.deepEqual(recording.signals, [0, 1, 1, 2, 2]);
  assert.deepEqual(recording.values, [
    'READY',
    2.5,
    undefined,
    { key: 'logic', level: 'fault', code: 'B6', text: 'External emergency stop' },
    { key: 'logic', level: 'unavailable' },
  ]);
  assert.deepEqual(recording.qualities, ['good', 'uncertain', 'good', 'good', 'good']);
});

test('a bad line is refused by its number, and the times after it stay right', () => {
  const { recording, refusals } = read([
    '[100,1,1]',
    '[100,1,2',
    '[100,9,3]',
    '[100,1,"4"]',
    '[-100,1,5]',
    '{"time":5}',
    '[100,1,6,"perfect"]',
    '[100,2,{"level":"loud"}]',
    '[100,0,7]',
    '[100,1,8]',
  ]);
  assert.deepEqual(recording.times, [from + 100, from + 800]);
  assert.deepEqual(recording.values, [1, 8]);
  assert.deepEqual(
    refusals.map(({ place }) => place),
    [3, 4, 5, 6, 7, 8, 9, 10].map((line) => `line ${line}`),
  );
  assert.equal(refusals[1].allowed, 'a signal from 0 to 2');
  assert.equal(refusals[2].allowed, 'a number for power');
});

test('a recording can be read piece by piece', () => {
  const text = [JSON.stringify(head), '[1,1,1]', '[1,1,2]', '[1,1,3]'].join('\n');
  const reader = new RecordingReader(text, () => {});
  assert.equal(reader.read(2), true);
  assert.deepEqual(reader.recording.values, [1, 2]);
  assert.equal(reader.read(2), false);
  assert.deepEqual(reader.recording.values, [1, 2, 3]);
});

const wrongHeads: readonly [change: object, message: RegExp][] = [
  [{ format: 'csv' }, /format: "csv", allowed: twinfloor-recording-1/],
  [{ from: 'yesterday' }, /from: "yesterday"/],
  [{ to: head.from }, /to: .*, allowed: a time after/],
  [{ signals: [] }, /signals: \[\]/],
  [{ signals: [{ name: 'a', kind: 'colour' }] }, /signals\[0\]\.kind: "colour", allowed: state, counter/],
  [{ signals: [null] }, /signals\[0\]\.name/],
  [{ licence: undefined }, /licence/],
];
for (const [change, message] of wrongHeads) {
  test(`a head with ${JSON.stringify(change)} is an error that says so`, () => {
    assert.throws(() => read([], change), { name: 'RangeError', message });
  });
}

for (const text of ['', 'null', '<html></html>', '[1]', '\n\n']) {
  test(`${JSON.stringify(text)} is no recording`, () => {
    assert.throws(() => parseRecording(text), { name: 'RangeError', message: /line 1, format/ });
  });
}
