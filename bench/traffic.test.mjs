// What a page keeps of its traffic when it should keep nothing: counts after a collection, so they are gates.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { measureTraffic } from './cases/traffic/traffic.mjs';

describe('the wall page at 2,000 changes a second for half a minute', () => {
  let kept;
  before(async () => {
    kept = await measureTraffic({ settle: 8, seconds: 38 });
  });

  it('shows what was sent last on every tile', () => {
    assert.ok(kept.machines > 20, `${kept.machines} machines`);
    assert.equal(kept.wrong, 0, kept.firstWrong);
  });

  it('keeps no listener, and no nodes but those of the rows that come and go', () => {
    assert.equal(kept.listeners, 0);
    assert.ok(Math.abs(kept.nodes) <= 150, `nodes grew by ${kept.nodes}`);
  });

  it('keeps no heap beside its history', () => {
    assert.ok(kept.heapBytes < 1_500_000, `heap grew by ${kept.heapBytes} bytes`);
  });
});
