import { counted } from '#scene/three/testing/sample-scene.js';
import { expose, pause } from '../../harness/page.js';
import { changesOf } from './hall.js';

const peers = {
  'limit, own shader, as many draws': () => import('./peers/own-shader.js'),
  'our scene': () => import('./peers/ours.js'),
};

const perBlock = 10;
const blocks = 40;
let row;
let calls;
let changes;

/** Changes the states of a frame and draws it; returns the milliseconds that took. */
function frame(now) {
  const began = performance.now();
  changes(row.change);
  row.draw(now);
  return performance.now() - began;
}

expose({
  /** Draws some frames first: programs are compiled and buffers uploaded whole with them. */
  async prepare({ peer, count, draws, perFrame }) {
    const { make } = await peers[peer]();
    row = await make(count, draws);
    changes = changesOf(count, perFrame);
    // Raster is the graphics card's: draws are counted and not carried out, and no picture is copied.
    calls = counted(row.context, false);
    CanvasRenderingContext2D.prototype.drawImage = () => undefined;
    // Frames are made here and now; ours would ask for one each time that something changes.
    window.requestAnimationFrame = () => 1;
    window.cancelAnimationFrame = () => undefined;
    for (let warm = 0; warm < 60; warm++) {
      frame(warm * 16);
      await pause(0);
    }
    await pause(500);
  },

  async run() {
    calls.draws = calls.bytes = calls.uploads = 0;
    const times = [];
    for (let block = 0; block < blocks; block++) {
      let sum = 0;
      for (let turn = 0; turn < perBlock; turn++) {
        sum += frame((60 + block * perBlock + turn) * 16);
        await pause(0);
      }
      times.push(sum / perBlock);
    }
    const frames = blocks * perBlock;
    // Other work on the machine only adds: the fifth of blocks that had least of it says what ours is.
    times.sort((one, other) => one - other);
    return {
      frameJsMs: times[Math.floor(blocks / 5)],
      draws: calls.draws / frames,
      uploaded: calls.bytes / frames,
    };
  },

  verify: () => undefined,
});
