import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { Bindings } from '../internal/bindings.js';
import { fuzz } from '../testing/fuzz.js';
import { EventReader } from './event-reader.js';
import { FrameEncoder } from './frame-encoder.js';
import { MessageReader } from './message-reader.js';

const seed = 20260511;
const count = 100_000;
const time = 1_778_450_400_000;
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

function readerOf() {
  let refused = 0;
  const context = new ConformanceContext({
    signals: {
      'mill/power': 'number',
      'mill/program': 'text',
      'mill/state': 'state',
      'mill/conditions': 'condition',
    },
  });
  Object.assign(context, { refuse: () => void refused++, deliver: () => {} });
  const bindings = new Bindings(
    [
      { signal: 'mill/power', from: '/electric/watts', unit: 'W' },
      { signal: 'mill/state', from: 'state#/execution', vocabulary: 'mtconnect' },
    ],
    context,
  );
  const reader = new MessageReader({ payload: {} }, bindings, context);
  /** Takes a message; whether anything of it was refused. */
  const taken = (take: () => void): 'taken' | 'refused' => {
    const before = refused;
    take();
    bindings.deliver();
    return refused > before ? 'refused' : 'taken';
  };
  return { reader, taken };
}

const frames = new FrameEncoder();
for (let n = 0; n < 20; n++) frames.add('mill/power', time + n, n);
frames.add('mill/state', time, 'running');
frames.add('mill/conditions', time, { level: 'fault', key: 'oil' }, 'uncertain');

const messages = [
  '{"electric": {"watts": 1500.5}, "time": "2026-05-11T06:00:00Z", "quality": "good"}',
  '[{"signal": "mill/power", "value": 12.5, "time": 1778450400000}, {"equipment": "mill", "signal": "program", "value": "P7"}]',
  '{"mill/power": 12.5, "mill/state": "running", "mill/conditions": {"level": "fault", "key": "oil"}, "time": 1778450400000}',
  '{"mill/power": 1}\n{"mill/power": 2}\n{"mill/program": null}',
  frames.take(),
];

/** A decoder stands all messages: nothing thrown, none slow, the heap as before, each taken or refused. */
function stands(samples: readonly string[], take: (bytes: Uint8Array) => 'taken' | 'refused'): void {
  const { taken, refused, thrown, longest, growth } = fuzz({
    seed,
    count,
    samples: samples.map(encoded),
    take,
  });
  assert.equal(thrown, undefined, String(thrown?.error));
  assert.ok(taken > 1_000 && refused > 1_000, `${taken} taken, ${refused} refused`);
  assert.equal(taken + refused, count);
  assert.ok(longest < 50, `${longest} ms`);
  assert.ok(growth < 32 * 1024 * 1024, `${growth} bytes`);
}

for (const knownSince of [-Infinity, time + 1_000]) {
  test(`messages of the HTTP family may be anything, ${knownSince < 0 ? 'at first' : 'after a loss'} (seed ${seed})`, () => {
    const { reader, taken } = readerOf();
    const decoder = new TextDecoder();
    const channels = ['', 'named'];
    let turn = 0;
    stands(messages, (bytes) =>
      taken(() => reader.take(decoder.decode(bytes), channels[turn++ % 2], 'message', knownSince)),
    );
  });
}

test(`streams of server-sent events may be anything (seed ${seed})`, () => {
  const { reader, taken } = readerOf();
  const events = messages.map(
    (text) =>
      `id: 7\nretry: 10\n${text
        .split('\n')
        .map((line) => `data: ${line}`)
        .join('\n')}\n\n`,
  );
  let stream = new EventReader((data) => reader.take(data, '', 'event', -Infinity));
  let count = 0;
  stands([...events, 'event: state\r\ndata: {"execution": "ACTIVE"}\r\n\r\n', ': comment\n\n'], (bytes) => {
    // A stream that has gone wrong is not read for ever.
    if (++count % 100 === 0) stream = new EventReader((data) => reader.take(data, '', 'event', -Infinity));
    return taken(() => stream.push(bytes));
  });
});
