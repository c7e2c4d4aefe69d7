import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mean, median, quantile, sampleDeviation } from './summary.js';

test('mean() and sampleDeviation() are those of a sample', () => {
  assert.equal(mean([2, 4, 4, 4, 5, 5, 7, 9]), 5);
  assert.equal(sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9])?.toFixed(10), Math.sqrt(32 / 7).toFixed(10));
  assert.equal(sampleDeviation(Float64Array.of(3, 3, 3)), 0);
});

test('sampleDeviation() keeps its digits where the values are large beside their spread', () => {
  assert.equal(sampleDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]), Math.sqrt(30));
});

test('median() and quantile() do not touch the values and lie straight between two neighbours', () => {
  const values = [40, 10, 30, 20];
  assert.equal(median(values), 25);
  assert.equal(median([3, 1, 2]), 2);
  assert.deepEqual(
    [0, 0.25, 0.9, 1].map((share) => quantile(values, share)),
    [10, 17.5, 37, 40],
  );
  assert.deepEqual(values, [40, 10, 30, 20]);
  assert.equal(median([10, 9, 100]), 10);
});

test('a summary of nothing is missing', () => {
  assert.equal(mean([]), undefined);
  assert.equal(median([]), undefined);
  assert.equal(quantile([], 0.1), undefined);
  assert.equal(sampleDeviation([1]), undefined);
  assert.throws(() => quantile([1], 1.1), /invalid share: 1.1, allowed: 0 to 1/);
});
