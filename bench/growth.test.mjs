// What elements and a page keep when they should keep nothing: counts after a collection, so they are gates.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { measureTraffic } from './cases/traffic/traffic.mjs';
import { elementTags, mountGrowth } from './counts/mounts.mjs';
import { launch } from './harness/launch.mjs';

/** A thousand of each take minutes: `MOUNTS=1000 npm run test:counts`. What leaks shows with fewer. */
const mounts = Number(process.env.MOUNTS ?? 120);

/** Of code that is compiled meanwhile; one element that is kept would be a fifth of it, a hundred and twenty not. */
const heapSlack = 400_000;

describe(`${mounts} mounts and unmounts`, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  for (const tag of elementTags()) {
    it(`<${tag}> keeps no node, no listener, no subscription and no heap`, async () => {
      const { [tag]: kept } = await mountGrowth(browser, mounts, [tag]);
      const { nodes, listeners, following, heapBytes, mostFollowing } = kept;
      if (tag !== 'twin-provider') assert.ok(mostFollowing > 0, 'nothing followed the twin: was it mounted?');
      assert.deepEqual({ nodes, listeners, following }, { nodes: 0, listeners: 0, following: 0 });
      assert.ok(heapBytes < heapSlack + mounts * 200, `heap grew by ${heapBytes} bytes`);
    });
  }
});

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
