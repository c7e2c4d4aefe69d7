import { canvasIn } from '../../../harness/page.js';
import { firstFrom, grow, height, ink, width } from '../data.js';

const columns = new Float64Array(5 * 4096);

/**
 * Draws a line by the first, smallest, largest and last value of each pixel column, reading every visible point.
 *
 * @see Jugel et al., M4: A visualization-oriented time series data aggregation, VLDB 2014
 */
export function drawScan(context, times, values, length, from, to) {
  const begin = firstFrom(times, length, from);
  const end = firstFrom(times, length, to);
  const scale = width / (to - from);
  let least = Infinity;
  let largest = -Infinity;
  let filled = 0;
  let pixel = -1;
  let first = 0;
  let low = 0;
  let high = 0;
  let last = 0;
  for (let index = begin; index < end; index++) {
    const at = ((times[index] - from) * scale) | 0;
    const value = values[index];
    if (at !== pixel) {
      if (pixel >= 0) filled = put(filled, pixel, first, low, high, last);
      pixel = at;
      first = low = high = value;
    } else if (value < low) low = value;
    else if (value > high) high = value;
    last = value;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  if (pixel >= 0) filled = put(filled, pixel, first, low, high, last);
  const factor = height / (largest - least || 1);
  begin2d(context);
  for (let column = 0; column < filled; column += 5) {
    for (let point = 1; point < 5; point++) {
      context.lineTo(columns[column] + 0.5, height - (columns[column + point] - least) * factor);
    }
  }
  context.stroke();
}

function put(at, pixel, first, low, high, last) {
  columns[at] = pixel;
  columns[at + 1] = first;
  columns[at + 2] = low;
  columns[at + 3] = high;
  columns[at + 4] = last;
  return at + 5;
}

export function begin2d(context) {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.strokeStyle = ink;
  context.beginPath();
}

/** The limit of a first paint: no structure beside the columns. */
export function mount(walk, host) {
  const context = canvasIn(host, width, height);
  const { times, values } = walk;
  const show = (from, to) => drawScan(context, times, values, walk.length, from, to);
  return {
    show,
    append: (count, from) => {
      grow(walk, count);
      show(from, times[walk.length - 1]);
    },
  };
}
