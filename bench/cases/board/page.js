import { box, expose, painted, pause } from '../../harness/page.js';
import { measureLive, nodesBelow, states } from '../tiles/live.js';

const peers = {
  'limit, ImageData': () => import('./peers/image-data.js'),
  'limit, one canvas': () => import('./peers/one-canvas.js'),
  'our board': () => import('./peers/board.js'),
};

let peer;
let view;
let sent;
let count;

expose({
  /** Warms the same code with a few machines, then makes ready what is not measured. */
  async prepare(given) {
    ({ count } = given);
    peer = await peers[given.peer]();
    const warm = box(1596, 880);
    const few = await peer.mount(warm, peer.load?.(50), 50);
    for (let turn = 0; turn < 20; turn++) {
      few.apply(Uint16Array.of(turn % 50, turn % states.length, turn));
      await painted();
    }
    warm.remove();
    await painted();
    peer = { ...peer, data: peer.load?.(count) };
    if (given.kind === 'live') view = await peer.mount(box(1596, 880), peer.data, count);
    await painted();
    await pause(500);
  },

  async run(given) {
    if (given.kind === 'live') {
      const live = await measureLive({ ...given, apply: (message) => view.apply(message) });
      ({ sent } = live);
      return live.figures;
    }
    const host = box(1596, 880);
    await painted();
    const began = performance.now();
    view = await peer.mount(host, peer.data, count);
    // An element asks the browser for its size and whether it is seen before it paints.
    while (!view.isPainted()) await painted();
    await painted();
    return { frameMs: performance.now() - began, boardNodes: nodesBelow(host) };
  },

  /** The oracle: each machine that was told a state shows it. */
  async verify({ kind }) {
    if (kind === 'mount') return { right: 1 };
    await pause(300);
    let right = 0;
    for (let index = 0; index < count; index++) {
      const state = sent[index]?.[0];
      if (state === undefined || view.says(index) === state) right++;
    }
    return { right: right / count };
  },
});
