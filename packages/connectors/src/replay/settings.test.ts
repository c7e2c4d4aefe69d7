import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replaySettings } from './settings.js';

const read = (settings: Record<string, unknown>) =>
  replaySettings({
    type: 'replay',
    id: 'replay-1',
    bindings: [],
    settings: { recording: 'r.jsonl', ...settings },
  });

test('the settings of replay have defaults', () => {
  assert.deepEqual(read({}), {
    recording: 'r.jsonl',
    speed: 1,
    loop: true,
    align: 86_400_000,
    position: undefined,
    original: false,
  });
});

test('align is an ISO 8601 duration', () => {
  const lengths = ['P7D', 'P1W', 'PT8H', 'PT15M', 'P1DT1H1M1S'].map((align) => read({ align }).align);
  assert.deepEqual(lengths, [604_800_000, 604_800_000, 28_800_000, 900_000, 90_061_000]);
});

const mistakes: readonly [key: string, value: unknown][] = [
  ['recording', ''],
  ['recording', 7],
  ['speed', 0],
  ['speed', 0.5],
  ['speed', 3601],
  ['speed', NaN],
  ['speed', '60'],
  ['loop', 'yes'],
  ['original', 1],
  ['position', 'noon'],
  ['align', 'P'],
  ['align', 'PT'],
  ['align', 'P0D'],
  ['align', 'P1M'],
  ['align', '1 day'],
];
for (const [key, value] of mistakes) {
  test(`${key} ${JSON.stringify(value)} is refused by name`, () => {
    assert.throws(() => read({ [key]: value }), {
      name: 'RangeError',
      message: new RegExp(`^invalid ${key}: `),
    });
  });
}

test('beside original nothing else about time can be set', () => {
  assert.throws(() => read({ original: true, speed: 60 }), {
    message: 'invalid speed: 60, allowed: none beside original',
  });
});
