import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.js';

const samples = [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), new TextEncoder().encode('{"value":1}')];

test('fuzz() makes the same messages of the same seed, and others of another', () => {
  const messages = (seed: number): string[] => {
    const seen: string[] = [];
    fuzz({ seed, count: 50, samples, take: (bytes) => (seen.push(bytes.join()), 'taken') });
    // After these the slowest is tried again, and which one that is depends on the machine.
    return seen.slice(0, 50);
  };
  assert.deepEqual(messages(1), messages(1));
  assert.notDeepEqual(messages(1), messages(2));
});

test('fuzz() counts what was taken and refused and leaves the samples as they are', () => {
  const before = samples.map((sample) => sample.join());
  const { taken, refused, thrown } = fuzz({
    seed: 3,
    count: 1000,
    samples,
    take: (bytes) => (bytes[0] === 1 ? 'taken' : 'refused'),
  });
  assert.equal(taken + refused, 1000);
  assert.ok(taken > 100 && refused > 100);
  assert.equal(thrown, undefined);
  assert.deepEqual(
    samples.map((sample) => sample.join()),
    before,
  );
});

test('fuzz() tells the first error and the message that did it', () => {
  const { thrown } = fuzz({
    seed: 4,
    count: 1000,
    samples,
    take: (bytes) => {
      if (bytes.length > 8) throw new Error(`too long: ${bytes.length}`);
      return 'taken';
    },
  });
  assert.equal((thrown?.error as Error).message, `too long: ${thrown?.bytes.length}`);
});

test('fuzz() finds the slowest message', () => {
  const { slowest, longest } = fuzz({
    seed: 5,
    count: 300,
    samples,
    take: (bytes) => {
      const end = performance.now() + (bytes.length === 0 ? 20 : 0);
      while (performance.now() < end);
      return 'taken';
    },
  });
  assert.equal(slowest.length, 0);
  assert.ok(longest >= 20);
});
