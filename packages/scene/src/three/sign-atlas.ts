import { CanvasTexture } from 'three';

/** Pixels of a cell; four by four cells. */
const cell = 96;

/** The shape of a priority and its number, on a grid of 24. */
export interface AlarmSign {
  readonly outline: string;
  readonly figure: string;
}

/** The code of `fault`: its sign is the glyph itself, full. */
const fault = 5;

/**
 * Draws the signs of the states: what is covered in red, what has the colour of the state in green. A sign is a disc
 * with the glyph of the state, as it stands on a tile; that of a fault is a filled square. The shapes of alarms follow,
 * with their number in green and their edge in blue.
 *
 * @param glyphs - outlines on a grid of 24, rule even-odd, in the order of the codes of states
 * @param alarms - by priority
 */
export function signAtlas(glyphs: readonly string[], alarms: readonly AlarmSign[] = []): CanvasTexture {
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
  alarms.forEach(({ outline, figure }, index) => {
    const code = glyphs.length + index;
    context.setTransform(3.6, 0, 0, 3.6, ((code % 4) + 0.05) * cell, (Math.floor(code / 4) + 0.05) * cell);
    const shape = new Path2D(outline);
    context.fillStyle = '#f00';
    context.fill(shape);
    context.lineJoin = 'round';
    context.lineWidth = 1.6;
    context.strokeStyle = '#f0f';
    context.stroke(shape);
    context.lineWidth = 2.2;
    context.strokeStyle = '#0f0';
    context.stroke(new Path2D(figure));
  });
  return new CanvasTexture(canvas);
}
