import { expose, painted, pause } from '../../harness/page.js';
import { measureLive, nodesBelow, states } from './live.js';

const peers = {
  'limit, plain DOM': () => import('./peers/plain.js'),
  'our tile': () => import('./peers/tile.js'),
  ECharts: () => import('./peers/echarts.js'),
};

let peer;
let tiles;
let view;
let sent;

function makeHost() {
  const host = document.createElement('div');
  host.style.cssText = 'display:flex;flex-wrap:wrap;width:1900px';
  document.body.append(host);
  return host;
}

expose({
  /** Warms the same code with a few tiles, then makes ready what is not measured. */
  async prepare(given) {
    tiles = given.tiles;
    peer = await peers[given.peer]();
    const warm = makeHost();
    const few = await peer.mount(warm, await peer.load?.(5), 5);
    for (let turn = 0; turn < 5; turn++) {
      few.apply(Uint16Array.of(turn % 5, turn % states.length, turn));
      await painted();
    }
    warm.remove();
    await painted();
    const data = await peer.load?.(tiles);
    peer = { ...peer, data };
    if (given.kind === 'live') view = await peer.mount(makeHost(), data, tiles);
    await painted();
    await pause(500);
  },

  async run(given) {
    if (given.kind === 'live') {
      const live = await measureLive({ ...given, count: tiles, apply: (message) => view.apply(message) });
      ({ sent } = live);
      return live.figures;
    }
    const host = makeHost();
    await painted();
    const began = performance.now();
    view = await peer.mount(host, peer.data, tiles);
    await painted();
    return { frameMs: performance.now() - began, nodesPerTile: nodesBelow(host) / tiles };
  },

  /** The oracle: each tile says the state and the power that were sent to it last. */
  async verify({ kind }) {
    if (kind === 'mount') return { right: view.count() / tiles };
    await pause(300);
    let right = 0;
    for (let tile = 0; tile < tiles; tile++) {
      const [state, value] = sent[tile] ?? [];
      if (state === undefined) right++;
      else if (view.says(tile, states[state], value)) right++;
    }
    return { right: right / tiles };
  },
});
