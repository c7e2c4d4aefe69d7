// Machines work for hours while their broker dies again and again, their messages come twice, late, in another order or not
// at all and clocks jump. What the page knows at the end is what its connectors handed over, to the millisecond and the
// piece; and where a message was lost it knows nothing, if the loss can be noticed. Here a short run; the long one, ten hours
// of the machines and 50 deaths in three minutes, is `node examples/testing/chaos.e2e.mjs --full [--seed=N]`.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { examples } from './browser.mjs';
import { chaos, startBroker } from './chaos/run.mjs';
import { verdict } from './chaos/verdict.mjs';

const isFull = process.argv.includes('--full');
const seed = Number(process.argv.find((word) => word.startsWith('--seed='))?.slice(7) ?? 20_260_105);
const size = isFull
  ? { hours: 10, seconds: 180, kills: 50, lostDisks: 6 }
  : { hours: 2, seconds: 36, kills: 10, lostDisks: 2 };

const disk = await startBroker();
after(() => disk.stop());
const { open } = await examples({ connect: [disk.broker.url] });

/**
 * The page keeps history, most of it in typed arrays outside of this heap; inside are what conditions said, words and
 * buffers that grow by doubling. What leaked with each connection or message would be many times as much.
 */
const heapTolerance = 1_500_000;

test(`${size.hours} hours in which the broker dies ${size.kills} times leave the truth and say what is missing, seed ${seed}`, async (t) => {
  const { page } = await open('testing/blank.html');
  const run = await chaos({ page, disk, seed, ...size });
  const { problems, lines } = verdict(run);
  for (const line of lines) t.diagnostic(line);
  assert.deepEqual(problems.slice(0, 40), []);
  assert.deepEqual(run.errors, []);
  const [warm, ...later] = run.heaps.map(([, bytes]) => bytes);
  for (const bytes of later) assert.ok(bytes - warm < heapTolerance, `heap from ${warm} to ${bytes} bytes`);
  await page.close();
});
