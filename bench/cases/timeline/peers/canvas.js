import { canvasIn } from '../../../harness/page.js';
import { colours, firstAfter, height, pitchOf, width } from '../data.js';

/** Calls back for each visible segment of each row, with its left and right end in px. */
function eachVisible({ rows, perRow, times, states, to: end }, from, to, draw) {
  const scale = width / (to - from);
  for (let row = 0; row < rows; row++) {
    const first = row * perRow;
    const last = first + perRow;
    let index = Math.max(first, firstAfter(times, first, last, from) - 1);
    for (; index < last && times[index] < to; index++) {
      const left = Math.max(0, (times[index] - from) * scale);
      const right = Math.min(width, ((index + 1 < last ? times[index + 1] : end) - from) * scale);
      draw(row, left, right, states[index]);
    }
  }
}

function clear(context) {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, context.canvas.height);
}

/** A rectangle for each visible segment: what a canvas costs at the least without thinning out. */
export function mountRects(data, host, _loaded, pitch = height / data.rows) {
  const context = canvasIn(host, width, pitch * data.rows);
  return {
    show(from, to) {
      clear(context);
      eachVisible(data, from, to, (row, left, right, state) => {
        context.fillStyle = colours[state];
        context.fillRect(left, row * pitch, right - left, pitch * 0.9);
      });
    },
  };
}

/** The same on a canvas as high as that of the element. */
export function mountHighRects(data, host) {
  host.style.height = 'auto';
  return mountRects(data, host, undefined, pitchOf(data.rows));
}

/** The same for the rows that are on a screen of 1,200 px only: what an element that paints no other rows can reach. */
export function mountSeenRects(data, host) {
  const pitch = pitchOf(data.rows);
  const rows = Math.min(data.rows, Math.ceil(1200 / pitch));
  host.style.height = 'auto';
  return { ...mountRects({ ...data, rows }, host, undefined, pitch), rows, pitch };
}

/** One path a colour: the second formulation of the limit. Its raster comes after the task, see the time to the frame. */
export function mountPaths(data, host) {
  const context = canvasIn(host, width, height);
  const pitch = height / data.rows;
  return {
    show(from, to) {
      clear(context);
      const paths = new Map(Object.keys(colours).map((state) => [Number(state), new Path2D()]));
      eachVisible(data, from, to, (row, left, right, state) => {
        paths.get(state).rect(left, row * pitch, right - left, pitch * 0.9);
      });
      for (const [state, path] of paths) {
        context.fillStyle = colours[state];
        context.fill(path);
      }
    },
  };
}
