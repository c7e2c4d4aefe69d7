import { servePage } from '../harness/launch.mjs';
import { measurePage } from '../harness/measure.mjs';

/**
 * The counts of a board of ten thousand machines that takes ten thousand updates a second.
 *
 * @param {import('playwright-core').Browser} browser
 */
export async function boardCounts(browser) {
  const server = await servePage('counts/board.js');
  try {
    const { figures } = await measurePage(browser, server.url, { peer: 'board' });
    const { boardNodes, updates, boardFrames, writes, images, clears, reads } = figures;
    return {
      'DOM nodes of a board of 10,000': boardNodes,
      'cells painted an update, board of 10,000': images / updates,
      'whole paints during updates, board of 10,000': clears,
      'DOM writes a frame, board of 10,000': writes / boardFrames,
      'reads that force a layout, board of 10,000': reads,
    };
  } finally {
    server.close();
  }
}
