import { canvasIn } from '../../../harness/page.js';
import { firstFrom, grow, height, width } from '../data.js';
import { Pyramid } from './pyramid.js';
import { begin2d } from './scan.js';

/**
 * The second formulation of the pyramid: columns end where pixels end, and each is drawn by its first, smallest,
 * largest and last value, so that the picture is that of a scan. The other one is coarser by up to a node a column
 * and draws two points.
 */
export function mount(walk, host) {
  const context = canvasIn(host, width, height);
  const { times, values } = walk;
  const pyramid = new Pyramid(times.length);
  const lows = new Float64Array(width);
  const highs = new Float64Array(width);
  const borders = new Uint32Array(width + 1);
  pyramid.update(values, 0, walk.length);
  const show = (from, to) => {
    let least = Infinity;
    let largest = -Infinity;
    borders[0] = firstFrom(times, walk.length, from);
    for (let column = 0; column < width; column++) {
      const begin = borders[column];
      const end = columnEnd(times, begin, walk.length, from + ((to - from) * (column + 1)) / width);
      borders[column + 1] = end;
      pyramid.extremes(values, begin, end);
      lows[column] = pyramid.least;
      highs[column] = pyramid.largest;
      if (pyramid.least < least) least = pyramid.least;
      if (pyramid.largest > largest) largest = pyramid.largest;
    }
    const scale = height / (largest - least || 1);
    begin2d(context);
    for (let column = 0; column < width; column++) {
      const begin = borders[column];
      const end = borders[column + 1];
      if (begin === end) continue;
      context.lineTo(column + 0.5, height - (values[begin] - least) * scale);
      context.lineTo(column + 0.5, height - (lows[column] - least) * scale);
      context.lineTo(column + 0.5, height - (highs[column] - least) * scale);
      context.lineTo(column + 0.5, height - (values[end - 1] - least) * scale);
    }
    context.stroke();
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

/** Position of the first time that is not before a moment, looked for from a position on in growing steps. */
function columnEnd(times, position, length, moment) {
  let low = position;
  let step = 1;
  while (low + step < length && times[low + step] < moment) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, length);
  if (low === position && (position >= length || times[position] >= moment)) return position;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < moment) low = middle;
    else high = middle;
  }
  return high;
}
