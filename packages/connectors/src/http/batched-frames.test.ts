import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { Bindings } from '../internal/bindings.js';
import { FrameEncoder } from './frame-encoder.js';
import { MessageReader } from './message-reader.js';

const base = 1_778_450_400_000;

function reading(bindings: ConstructorParameters<typeof Bindings>[0] = []) {
  const context = new ConformanceContext({
    signals: {
      'mill/power': 'number',
      'mill/program': 'text',
      'mill/state': 'state',
      'mill/conditions': 'condition',
    },
    now: () => base + 60_000,
  });
  const bound = new Bindings(bindings, context);
  const reader = new MessageReader({ payload: {} }, bound, context);
  const take = (frame: unknown, knownSince = -Infinity): unknown[][] => {
    const before = context.rows.length;
    reader.take(JSON.stringify(frame), '', 'frame', knownSince);
    bound.deliver();
    return context.rows
      .slice(before)
      .map(({ signal, time, value, quality }) => [signal, time - base, value, quality]);
  };
  return { context, reader, take };
}

test('a batched frame has a row for each place in its columns, times counted from its base', () => {
  const { take, context } = reading([{ signal: 'mill/power', from: 'P1', unit: 'W' }]);
  const frame = {
    signals: ['P1', 'mill/state', 'mill/program'],
    base,
    signal: [0, 0, 1, 2, 2],
    time: [0, 500, 500, 500, 501],
    value: [1500, '2500', 'running', 'P7', null],
  };
  assert.deepEqual(take(frame), [
    ['mill/power', 0, 1.5, 'good'],
    ['mill/power', 500, 2.5, 'good'],
    ['mill/state', 500, 'running', 'good'],
    ['mill/program', 500, 'P7', 'good'],
    ['mill/program', 501, undefined, 'bad'],
  ]);
  // The names hold on, until the connection ends.
  assert.deepEqual(take({ signal: [0], time: [base + 7], value: [500], quality: 'uncertain' }), [
    ['mill/power', 7, 0.5, 'uncertain'],
  ]);
  assert.deepEqual(
    take({ base: '2026-05-10T22:00:00Z', signal: [0, 0], time: [1, 2], value: [1, 2], quality: ['bad', 0] }),
    [
      ['mill/power', 1, 0.001, 'bad'],
      ['mill/power', 2, 0.002, 'good'],
    ],
  );
  assert.deepEqual(context.refusals, []);
});

test('a batched frame whose columns do not fit together is refused as a whole', () => {
  const { take, context } = reading();
  const wrong = [
    { signals: ['mill/power'], signal: [0], time: [1, 2], value: [1] },
    { signals: ['mill/power'], signal: [0], time: [base], value: [1], quality: [] },
    { signals: ['mill/power'], signal: [0], time: [base], value: [1], quality: 'excellent' },
    { signals: 'mill/power', signal: [0], time: [base], value: [1] },
    { signals: ['mill/power', 7], signal: [0], time: [base], value: [1] },
    { signals: ['mill/power'], base: 'yesterday', signal: [0], time: [0], value: [1] },
  ];
  for (const frame of wrong) assert.deepEqual(take(frame), []);
  assert.equal(context.refusals.length, wrong.length);
});

test('a row of a batched frame that cannot be used is refused alone, and an unknown name once', () => {
  const { take, context } = reading();
  const frame = {
    signals: ['mill/power', 'mill/unheard-of', 'nothing'],
    base,
    signal: [0, 9, -1, 0.5, 'length', null, 0, 0, 0, 1, 1, 2, 0],
    time: [0, 0, 0, 0, 0, 0, '1', 1e300, -base, 0, 0, 0, 9],
    value: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 'much'],
  };
  // The row that is no number says that the one before it holds no more.
  assert.deepEqual(take(frame), [
    ['mill/power', 0, 1, 'good'],
    ['mill/power', 9, undefined, 'bad'],
  ]);
  assert.deepEqual(
    context.refusals.map(({ found }) => found),
    ['9', '-1', '0.5', 'length', 'null', '1', '1e+300', String(-base), 'mill/unheard-of', 'nothing', 'much'],
  );
});

test('a batched frame that says again what held before a loss ends the gap now, with its newest row', () => {
  const { take } = reading();
  const lost = base + 10_000;
  const frame = {
    signals: ['mill/power', 'mill/program'],
    base,
    signal: [0, 0, 1, 1],
    time: [3, 2, 5, 20_000],
    value: [30, 20, 'old', 'new'],
  };
  assert.deepEqual(take(frame, lost), [
    ['mill/power', 3, 30, 'good'],
    ['mill/power', 2, 20, 'good'],
    ['mill/program', 5, 'old', 'good'],
    ['mill/program', 20_000, 'new', 'good'],
    ['mill/power', 60_000, 30, 'good'],
  ]);
  // Once is enough.
  assert.deepEqual(take({ base, signal: [0], time: [3], value: [30] }, lost), [
    ['mill/power', 3, 30, 'good'],
  ]);
});

test('FrameEncoder writes what the reader of frames reads', () => {
  const { take, context } = reading();
  const frames = new FrameEncoder();
  frames.add('mill/power', base + 1, 12.5);
  frames.add('mill/power', base + 3, 13, 'uncertain');
  frames.add('mill/program', base + 2, undefined);
  frames.add('mill/conditions', base + 4, { level: 'fault', key: 'oil' });
  assert.equal(frames.length, 4);
  const rows = take(JSON.parse(frames.take()));
  assert.deepEqual(
    rows.map(([signal, time, , quality]) => [signal, time, quality]),
    [
      ['mill/power', 1, 'good'],
      ['mill/power', 3, 'uncertain'],
      ['mill/program', 2, 'bad'],
      ['mill/conditions', 4, 'good'],
    ],
  );
  frames.add('mill/power', base + 5, 14);
  const text = frames.take();
  assert.equal(text, `{"base":${base + 5},"signal":[0],"time":[0],"value":[14]}`);
  assert.deepEqual(take(JSON.parse(text)), [['mill/power', 5, 14, 'good']]);
  assert.deepEqual(context.refusals, []);
  assert.throws(() => frames.add('mill/power', NaN, 1), /invalid time: NaN/);
  assert.throws(() => frames.add('mill/power', base, Infinity), /invalid value: Infinity/);
});
