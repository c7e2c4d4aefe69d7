// Gates on counts: they hold on a busy machine, times would not. `node bench/counts.mjs` shows them all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { measureCounts } from './counts/measure.mjs';

const budgets = JSON.parse(readFileSync(new URL('baselines/counts.json', import.meta.url), 'utf8'));

describe('counts', () => {
  let counts;
  before(async () => {
    counts = await measureCounts();
  });

  for (const [name, { most }] of Object.entries(budgets)) {
    it(`${name}: at most ${most}`, () => {
      assert.ok(counts[name] <= most, `${name}: ${counts[name]}, allowed: at most ${most}`);
    });
  }

  it('every count has a budget', () => {
    assert.deepEqual(Object.keys(counts).sort(), Object.keys(budgets).sort());
  });
});
