import { box, expose, painted, pause, pixelsOf } from '../../harness/page.js';
import { random } from '../../harness/random.mjs';
import { colours, day, firstAfter, height, makeDay, rgb, start, width } from './data.js';

const peers = {
  'limit, canvas': async () => ({ mount: (await import('./peers/canvas.js')).mountRects }),
  'limit, a path a colour': async () => ({ mount: (await import('./peers/canvas.js')).mountPaths }),
  'limit, image': async () => ({ mount: (await import('./peers/blit.js')).mountBlit }),
  'limit, image by pixel': async () => ({ mount: (await import('./peers/blit.js')).mountBlitByPixel }),
  'our painter': () => import('./peers/painter.js'),
  'our element': () => import('./peers/element.js'),
  'limit, as high as the element': async () => ({
    mount: (await import('./peers/canvas.js')).mountHighRects,
  }),
  'limit, the part on the screen': async () => ({
    mount: (await import('./peers/canvas.js')).mountSeenRects,
  }),
  ECharts: () => import('./peers/echarts.js'),
};

let data;
let host;
let peer;
let loaded;
let view;
let shown;

async function mount() {
  view = await peer.mount(data, host, loaded);
  await show(data.from, data.to);
}

function show(from, to) {
  shown = { from, to };
  return view.show(from, to);
}

expose({
  /** Warms the same code with a small day, then makes ready what is not measured. */
  async prepare({ peer: name, rows, perRow, kind }) {
    peer = await peers[name]();
    data = makeDay(5, 6);
    host = box(width, height);
    loaded = await peer.load?.(data);
    await mount();
    for (let turn = 0; turn < 5; turn++) {
      show(start + turn, start + day);
      await painted();
    }
    host.remove();
    host = box(width, height);
    data = makeDay(rows, perRow);
    loaded = await peer.load?.(data);
    if (kind === 'pan') await mount();
    await painted();
    await pause(300);
  },

  async run({ kind, frames }) {
    await painted();
    const began = performance.now();
    if (kind === 'paint') {
      await mount();
      const callMs = performance.now() - began;
      await painted();
      return { callMs, frameMs: performance.now() - began };
    }
    for (let frame = 0; frame < frames; frame++) {
      const length = day * (0.9 - (0.8 * frame) / frames);
      const from = start + ((day - length) * frame) / frames;
      show(from, from + length);
      await painted();
    }
    return { frames, frameMs: (performance.now() - began) / frames };
  },

  /** The oracle: the colour at 200 moments well inside a segment is that of the state. */
  async verify() {
    await pause(200);
    await view.reveal?.();
    return { rightColours: rightShare() };
  },
});

function rightShare() {
  const plot = view.plot?.() ?? {
    node: host,
    top: 0,
    pitch: view.pitch ?? host.getBoundingClientRect().height / data.rows,
  };
  const image = pixelsOf(plot.node);
  const pixels = image.data;
  const next = random(11);
  const margin = plot.margin ?? 3;
  const scale = width / (shown.to - shown.from);
  let right = 0;
  let samples = 0;
  const rows = Math.min(data.rows, view.rows ?? Infinity);
  for (let attempt = 0; samples < 200 && attempt < 100_000; attempt++) {
    const row = Math.floor(next() * rows);
    const moment = shown.from + next() * (shown.to - shown.from);
    const first = row * data.perRow;
    const last = first + data.perRow;
    const index = firstAfter(data.times, first, last, moment) - 1;
    const begin = data.times[index];
    const end = index + 1 < last ? data.times[index + 1] : data.to;
    const x = Math.floor((moment - shown.from) * scale);
    if (plot.solid && (!plot.solid.includes(data.states[index]) || index + 1 === last)) continue;
    if ((moment - begin) * scale < margin || (end - moment) * scale < margin || x >= width) continue;
    samples++;
    const y = Math.floor(plot.top + (row + (plot.middle ?? 0.45)) * plot.pitch);
    const expected = rgb(plot.colours?.[data.states[index]] ?? colours[data.states[index]]);
    const at = (y * image.width + x + (plot.left ?? 0)) * 4;
    if (expected.every((value, channel) => Math.abs(pixels[at + channel] - value) < 40)) right++;
  }
  return samples === 0 ? 0 : right / samples;
}
