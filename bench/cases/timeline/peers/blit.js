import { canvasIn } from '../../../harness/page.js';
import { colourWords, firstAfter, height, width } from '../data.js';

/** An image of one pixel row a machine, stretched by the compositor. */
function imageOf(data, host) {
  const context = canvasIn(host, width, data.rows);
  context.canvas.style.cssText = `width:${width}px;height:${height}px;image-rendering:pixelated;display:block`;
  const image = context.createImageData(width, data.rows);
  return { context, image, pixels: new Uint32Array(image.data.buffer) };
}

/** The limit for many segments: each row is written into pixels; the last state inside a pixel keeps it. */
export function mountBlit(data, host) {
  const { context, image, pixels } = imageOf(data, host);
  const words = colourWords();
  const { rows, perRow, times, states } = data;
  return {
    show(from, to) {
      const scale = width / (to - from);
      for (let row = 0; row < rows; row++) {
        const first = row * perRow;
        const last = first + perRow;
        let index = Math.max(first, firstAfter(times, first, last, from) - 1);
        for (; index < last && times[index] < to; index++) {
          const left = Math.max(0, ((times[index] - from) * scale) | 0);
          const right = Math.min(width, index + 1 < last ? ((times[index + 1] - from) * scale) | 0 : width);
          pixels.fill(words[states[index]], row * width + left, row * width + Math.max(right, left + 1));
        }
      }
      context.putImageData(image, 0, 0);
    },
  };
}

/** The second formulation: pixel after pixel, each looks which state holds at its right end. */
export function mountBlitByPixel(data, host) {
  const { context, image, pixels } = imageOf(data, host);
  const words = colourWords();
  const { rows, perRow, times, states } = data;
  return {
    show(from, to) {
      const step = (to - from) / width;
      for (let row = 0; row < rows; row++) {
        const first = row * perRow;
        const last = first + perRow;
        let index = Math.max(first, firstAfter(times, first, last, from) - 1);
        for (let pixel = 0; pixel < width; pixel++) {
          const border = from + (pixel + 1) * step;
          while (index + 1 < last && times[index + 1] < border) index++;
          pixels[row * width + pixel] = words[states[index]];
        }
      }
      context.putImageData(image, 0, 0);
    },
  };
}
