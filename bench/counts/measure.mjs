import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launch, servePage } from '../harness/launch.mjs';
import { measurePage } from '../harness/measure.mjs';
import { boardCounts } from './board.mjs';

const core = fileURLToPath(new URL('core.mjs', import.meta.url));

/** All counts by name: bytes, nodes, calls. They repeat exactly or nearly, on a busy machine too. */
export async function measureCounts() {
  return { ...(await coreCounts()), ...(await pageCounts()) };
}

async function coreCounts() {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', core], { maxBuffer: 1e6 });
  return JSON.parse(stdout);
}

async function pageCounts() {
  const server = await servePage('counts/page.js');
  const browser = await launch();
  const measure = async (peer, mount) => (await measurePage(browser, server.url, { peer, mount })).figures;
  try {
    const tile = await measure('nodes', 'tile');
    const grid = await measure('nodes', 'grid');
    const updates = await measure('updates', 'grid');
    const scroll = await measure('scroll', 'large');
    const repeats = await measure('repeats', 'grid');
    return {
      'DOM nodes of a tile': tile.nodes,
      'DOM nodes of a grid of 100, a tile': grid.nodes / 100,
      'DOM nodes of a grid of 2,000 after a look through it, a machine': scroll.nodes / scroll.tiles,
      'tiles filled at a time, grid of 2,000': scroll.filled,
      'layouts a frame, 1,000 updates': updates.layouts / updates.frames,
      'style recalculations a frame, 1,000 updates': updates.styleRecalcs / updates.frames,
      'reads that force a layout, 1,000 updates': updates.layoutReads,
      'DOM writes an update': updates.writes / 1000,
      'DOM writes for 2,000 equal values': repeats.writes,
      ...painterCounts(await measure('painters')),
      ...(await boardCounts(browser)),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

function painterCounts(figures) {
  return {
    'rectangles a visible pixel run, sparse rows of 10 px':
      figures['timeline sparse: rects'] / figures['timeline sparse: pixel runs'],
    'rectangles a visible pixel run, dense rows of 10 px':
      figures['timeline dense: rects'] / figures['timeline dense: pixel runs'],
    'rectangles of 1,000 rows of 1 px': figures['timeline thin: rects'],
    'images of 1,000 rows of 1 px': figures['timeline thin: images'],
    'line points a column': figures['line: points'] / figures['line: columns'],
  };
}
