import { CanvasTexture } from 'three';

/** Pixels of a cell; four by four cells. */
const cell = 96;

/** The code of `fault`: its sign is the glyph itself, full. */
const fault = 5;

/**
 * Draws the signs of the states: what is covered in red, what has the colour of the state in green. A sign is a disc
 * with the glyph of the state, as it stands on a tile; that of a fault is a filled square.
 *
 * @param glyphs - outlines on a grid of 24, rule even-odd, in the order of the codes of states
 */
export function signAtlas(glyphs: readonly string[]): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = cell * 4;
  const context = canvas.getContext('2d')!;
  // Red and green lie over each other.
  context.globalCompositeOperation = 'lighter';
  glyphs.forEach((glyph, code) => {
    const middle = [((code % 4) + 0.5) * cell, (Math.floor(code / 4) + 0.5) * cell] as const;
    const size = code === fault ? 3.5 : 2.35;
    context.setTransform(size, 0, 0, size, middle[0] - 12 * size, middle[1] - 12 * size);
    context.fillStyle = '#0f0';
    context.fill(new Path2D(glyph), 'evenodd');
    context.setTransform(1, 0, 0, 1, ...middle);
    context.fillStyle = '#f00';
    context.strokeStyle = '#0f0';
    context.lineWidth = 7;
    context.beginPath();
    if (code === fault) context.rect(-35, -35, 70, 70);
    else context.arc(0, 0, 45, 0, 7);
    context.fill();
    if (code === fault) return;
    context.beginPath();
    context.arc(0, 0, 41.5, 0, 7);
    context.stroke();
  });
  return new CanvasTexture(canvas);
}
