import { canvasIn } from '../../../harness/page.js';
import { firstFrom, grow, height, width } from '../data.js';
import { begin2d, drawScan } from './scan.js';

const leaf = 32;
const factor = 4;

/** Smallest and largest value of 32 points, of four such, and so on. */
export class Pyramid {
  /** Of the last `extremes`. */
  least = Infinity;
  largest = -Infinity;
  #levels = [];

  constructor(capacity) {
    for (let nodes = Math.ceil(capacity / leaf); nodes > 1; nodes = Math.ceil(nodes / factor)) {
      this.#levels.push({
        low: new Float64Array(nodes),
        high: new Float64Array(nodes),
        size: leaf * factor ** this.#levels.length,
      });
    }
  }

  update(values, from, to) {
    this.#levels.forEach(({ low, high, size }, depth) => {
      const below = this.#levels[depth - 1];
      const lows = below?.low ?? values;
      const highs = below?.high ?? values;
      const children = below ? factor : leaf;
      const length = Math.ceil(to / (size / children));
      for (let node = Math.floor(from / size); node <= Math.floor((to - 1) / size); node++) {
        let least = Infinity;
        let largest = -Infinity;
        const end = Math.min(length, (node + 1) * children);
        for (let child = node * children; child < end; child++) {
          if (lows[child] < least) least = lows[child];
          if (highs[child] > largest) largest = highs[child];
        }
        low[node] = least;
        high[node] = largest;
      }
    });
  }

  /** Smallest and largest value from one position to another, from the largest nodes that fit. */
  extremes(values, from, to) {
    let least = Infinity;
    let largest = -Infinity;
    let index = from;
    while (index < to) {
      if (index % leaf !== 0 || index + leaf > to) {
        if (values[index] < least) least = values[index];
        if (values[index] > largest) largest = values[index];
        index++;
        continue;
      }
      let depth = 0;
      while (depth + 1 < this.#levels.length && index % (leaf * factor ** (depth + 1)) === 0) {
        if (index + leaf * factor ** (depth + 1) > to) break;
        depth++;
      }
      const { low, high, size } = this.#levels[depth];
      if (low[index / size] < least) least = low[index / size];
      if (high[index / size] > largest) largest = high[index / size];
      index += size;
    }
    this.least = least;
    this.largest = largest;
  }

  /** The coarsest level that still has two nodes a pixel; `undefined` if the points themselves are few enough. */
  levelFor(points) {
    return this.#levels.findLast(({ size }) => size * 2 <= points / width);
  }
}

/** The limit of panning and appending: a draw reads some nodes a pixel, however many points there are. */
export function mount(walk, host) {
  const context = canvasIn(host, width, height);
  const { times, values } = walk;
  const pyramid = new Pyramid(times.length);
  pyramid.update(values, 0, walk.length);
  const show = (from, to) => {
    const begin = firstFrom(times, walk.length, from);
    const end = firstFrom(times, walk.length, to);
    const level = pyramid.levelFor(end - begin);
    if (level) drawLevel(context, level, begin, end);
    else drawScan(context, times, values, walk.length, from, to);
  };
  return {
    show,
    append: (count, from) => {
      const before = walk.length;
      grow(walk, count);
      pyramid.update(values, before, walk.length);
      show(from, times[walk.length - 1]);
    },
  };
}

function drawLevel(context, { low, high, size }, begin, end) {
  const first = Math.floor(begin / size);
  const last = Math.min(Math.floor(end / size), low.length - 1);
  let least = Infinity;
  let largest = -Infinity;
  for (let node = first; node <= last; node++) {
    if (low[node] < least) least = low[node];
    if (high[node] > largest) largest = high[node];
  }
  const scale = height / (largest - least || 1);
  const step = width / (last - first + 1);
  begin2d(context);
  let pixel = -1;
  let bottom = 0;
  let top = 0;
  for (let node = first; node <= last; node++) {
    const at = ((node - first) * step) | 0;
    if (at === pixel) {
      if (low[node] < bottom) bottom = low[node];
      if (high[node] > top) top = high[node];
      continue;
    }
    if (pixel >= 0) drawColumn(context, pixel, bottom, top, least, scale);
    pixel = at;
    bottom = low[node];
    top = high[node];
  }
  drawColumn(context, pixel, bottom, top, least, scale);
  context.stroke();
}

function drawColumn(context, pixel, bottom, top, least, scale) {
  context.lineTo(pixel + 0.5, height - (bottom - least) * scale);
  context.lineTo(pixel + 0.5, height - (top - least) * scale);
}
