// What elements keep when they should keep nothing: counts after a collection, so they are gates.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { elementTags, mountGrowth } from './counts/mounts.mjs';
import { launch } from './harness/launch.mjs';

/** A thousand of each take minutes: `MOUNTS=1000 node --test bench/mounts.test.mjs`. What leaks shows with fewer. */
const mounts = Number(process.env.MOUNTS ?? 90);

/** Of code that is compiled meanwhile; one element that is kept would be a fifth of it, ninety not. */
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
