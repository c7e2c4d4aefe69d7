import { readFileSync } from 'node:fs';
import { servePage } from '../harness/launch.mjs';

const manifest = new URL('../../packages/elements/dist/custom-elements.json', import.meta.url);

/** The tags of all 2D elements. */
export function elementTags() {
  const { modules } = JSON.parse(readFileSync(manifest, 'utf8'));
  return modules.flatMap(({ declarations }) => declarations ?? []).flatMap(({ tagName }) => tagName ?? []);
}

/**
 * What is kept of elements that were mounted and taken away again: nodes, listeners, heap, subscriptions of the twin.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {number} mounts of each element, of which a third are put back after they were taken away
 * @returns {Promise<Record<string, Record<string, number>>>} by tag
 */
export async function mountGrowth(browser, mounts, tags = elementTags()) {
  const server = await servePage('counts/mounts.js');
  const growth = {};
  try {
    for (const peer of tags) growth[peer] = await growthOf(browser, server.url, { peer, mounts, count: 20 });
  } finally {
    server.close();
  }
  return growth;
}

async function growthOf(browser, url, given) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1200 } });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => window.bench !== undefined);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.evaluate((row) => window.bench.prepare(row), given);
    const before = await counted(session);
    const { following, mostFollowing } = await page.evaluate((row) => window.bench.run(row), given);
    const after = await counted(session);
    if (errors.length > 0) throw new Error(`${given.peer}: ${errors[0]}`);
    return {
      nodes: after.Nodes - before.Nodes,
      listeners: after.JSEventListeners - before.JSEventListeners,
      heapBytes: after.JSHeapUsedSize - before.JSHeapUsedSize,
      following,
      mostFollowing,
    };
  } finally {
    await context.close();
  }
}

async function counted(session) {
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
