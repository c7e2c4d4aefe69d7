import { box, expose, painted, pause, pixelsOf } from '../../harness/page.js';
import { firstFrom, height, makeWalk, second, start, width } from './data.js';

const peers = {
  'limit, scan': () => import('./peers/scan.js'),
  'limit, pyramid': () => import('./peers/pyramid.js'),
  'limit, exact pyramid': () => import('./peers/exact.js'),
  'our painter': () => import('./peers/painter.js'),
  'our element': () => import('./peers/element.js'),
  uPlot: () => import('./peers/uplot.js'),
  ECharts: () => import('./peers/echarts.js'),
};

let walk;
let host;
let peer;
let loaded;
let view;
let shown;

async function mount() {
  view = await peer.mount(walk, host, loaded);
  await show(walk.times[0], walk.times[walk.length - 1]);
}

function show(from, to) {
  shown = { from, to };
  return view.show(from, to);
}

expose({
  /** Warms the same code with a hundred points, then makes ready what is not measured. */
  async prepare({ peer: row, points, kind }) {
    // A row may name the length of the series itself.
    const [, name, length] = /^(.*?)(?:, ([\d,]+))?$/.exec(row);
    peer = await peers[name]();
    walk = makeWalk(100);
    host = box(width, height);
    loaded = await peer.load?.(walk);
    await mount();
    for (let turn = 1; turn < 6; turn++) {
      show(start, start + (99 - turn) * second);
      await painted();
    }
    host.remove();
    host = box(width, height);
    walk = makeWalk(length ? Number(length.replaceAll(',', '')) : points);
    loaded = await peer.load?.(walk);
    if (kind !== 'paint') await mount();
    await painted();
    await pause(300);
  },

  run: ({ kind, frames }) => kinds[kind](frames),

  /** The oracle: the height of the line follows the data. */
  async verify() {
    await pause(300);
    return { follows: follows() };
  },
});

const kinds = {
  async paint() {
    await painted();
    const began = performance.now();
    await mount();
    const callMs = performance.now() - began;
    await painted();
    return { callMs, frameMs: performance.now() - began };
  },

  async pan(frames) {
    const whole = walk.length * second;
    const began = performance.now();
    for (let frame = 0; frame < frames; frame++) {
      const length = whole * (0.9 - (0.8 * frame) / frames);
      const from = start + ((whole - length) * frame) / frames;
      show(from, from + length);
      await painted();
    }
    return { frames, frameMs: (performance.now() - began) / frames };
  },

  /** Ten points ten times a second, with everything redrawn. */
  async append(frames) {
    const began = performance.now();
    for (let frame = 0; frame < frames; frame++) {
      view.append(10, start);
      shown = { from: start, to: walk.times[walk.length - 1] };
      await painted();
      const early = 100 * (frame + 1) - (performance.now() - began);
      if (early > 0) await pause(early);
    }
    return { frames, hertz: (frames * 1000) / (performance.now() - began) };
  },
};

/**
 * How well the upper and lower edge of the ink of each pixel column follow the largest and smallest value: the
 * lesser of the two squared correlations, 1 for a perfect drawing whatever its scales and margins.
 */
function follows() {
  const plot = { node: host, left: 0, width, top: 0, height, isInk: isRed, ...view.plot?.() };
  const { data: pixels, width: across } = pixelsOf(plot.node);
  const edges = [];
  for (let x = plot.left; x < plot.left + plot.width; x++) {
    let top = -1;
    let bottom = -1;
    for (let y = plot.top; y < plot.top + plot.height; y++) {
      const at = (y * across + x) * 4;
      if (!plot.isInk(pixels[at], pixels[at + 1], pixels[at + 2])) continue;
      if (top < 0) top = y;
      bottom = y;
    }
    if (top >= 0) edges.push({ x, top, bottom });
  }
  if (edges.length < 100) return 0;
  const left = edges[0].x;
  const right = edges[edges.length - 1].x + 1;
  const perPixel = (shown.to - shown.from) / (right - left);
  const upper = [];
  const lower = [];
  for (const { x, top, bottom } of edges) {
    const from = shown.from + (x - left) * perPixel;
    let low = Infinity;
    let high = -Infinity;
    const end = firstFrom(walk.times, walk.length, from + perPixel);
    for (let index = Math.max(0, firstFrom(walk.times, walk.length, from) - 1); index < end; index++) {
      low = Math.min(low, walk.values[index]);
      high = Math.max(high, walk.values[index]);
    }
    upper.push([high, -top]);
    lower.push([low, -bottom]);
  }
  return Math.min(squaredCorrelation(upper), squaredCorrelation(lower));
}

function isRed(red, green, blue) {
  return red >= 140 && red - green >= 60 && red - blue >= 60;
}

function squaredCorrelation(pairs) {
  const mean = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length);
  let both = 0;
  const own = [0, 0];
  for (const [a, b] of pairs) {
    both += (a - mean[0]) * (b - mean[1]);
    own[0] += (a - mean[0]) ** 2;
    own[1] += (b - mean[1]) ** 2;
  }
  return (both * both) / (own[0] * own[1]);
}
