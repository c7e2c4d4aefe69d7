import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCumulative, normalQuantile } from './normal.js';

test('normalCumulative() gives the shares of the tables, and keeps its digits in the tail', () => {
  const table: [z: number, share: number][] = [
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.975002104851779],
    [-1, 0.158655253931457],
    [-2.999, 0.0013543365337271066],
    [-3, 0.0013498980316301],
    [-3.001, 0.0013454728250849683],
    [-6, 9.86587645037698e-10],
    [-10, 7.61985302416053e-24],
    [-37, 5.72557122252458e-300],
  ];
  for (const [z, share] of table) {
    const found = normalCumulative(z);
    assert.ok(Math.abs(found / share - 1) < 1e-12, `${z}: ${found} instead of ${share}`);
  }
  assert.equal(normalCumulative(-Infinity), 0);
  assert.equal(normalCumulative(Infinity), 1);
});

test('normalQuantile() takes the way back', () => {
  assert.equal(normalQuantile(0.975).toFixed(12), '1.959963984540');
  assert.ok(Math.abs(normalQuantile(0.5)) < 1e-15);
  assert.equal(normalQuantile(0), -Infinity);
  assert.equal(normalQuantile(1), Infinity);
  for (const z of [-30, -8, -5.5, -3, -2.2, -0.7, -0.01, 0.3, 1.4, 4]) {
    assert.ok(Math.abs(normalQuantile(normalCumulative(z)) - z) < 1e-9, `${z}`);
  }
  assert.throws(() => normalQuantile(-0.1), /invalid share: -0.1, allowed: 0 to 1/);
});
