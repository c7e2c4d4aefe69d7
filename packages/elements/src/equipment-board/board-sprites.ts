import { type EquipmentState, equipmentStates } from '@twinfloor/core';
import { barSpan, StateForms, type StatePalette } from '../charts/state-forms.js';
import { stateGlyphs } from '../internal/state-glyph.js';
import { glyphSize, leastGlyph, leastNamed } from './board-cell-size.js';

const washed: readonly EquipmentState[] = ['starved', 'blocked'];

/** The picture of each state at one size of cell, side by side in one image: a cell is painted by one copy. */
export class BoardSprites {
  readonly image: ImageBitmap;
  readonly palette: StatePalette;
  /** Size of a picture in device pixels, without the gap between the cells. */
  readonly width: number;
  readonly height: number;
  readonly key: string;

  constructor(palette: StatePalette, width: number, height: number, ratio: number) {
    this.palette = palette;
    this.key = `${width} ${height} ${ratio}`;
    this.width = Math.max(1, Math.round((width - 1) * ratio));
    this.height = Math.max(1, Math.round((height - 1) * ratio));
    const canvas = new OffscreenCanvas(this.width * equipmentStates.length, this.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    const isSmall = Math.min(width, height) < leastGlyph;
    const forms = new StateForms(palette, height - 1, ratio);
    forms.anchor(0);
    equipmentStates.forEach((state, code) => {
      context.setTransform(ratio, 0, 0, ratio, code * this.width, 0);
      context.fillStyle = palette.surface;
      context.fillRect(0, 0, width - 1, height - 1);
      if (isSmall) paintForm(context, code, forms, width - 1);
      else paintGlyph(context, state, palette, width, height);
    });
    // A bitmap is copied from as it is; of a canvas each copy would ask whether it has changed.
    this.image = canvas.transferToImageBitmap();
  }
}

/** As a bar of the timeline has it; a fault fills its cell. */
function paintForm(
  context: OffscreenCanvasRenderingContext2D,
  code: number,
  { palette, fills, height }: StateForms,
  width: number,
): void {
  const state = equipmentStates[code];
  const span = state === 'fault' ? { top: 0, height: 1 } : barSpan(code);
  const top = Math.round(span.top * height);
  const down = Math.max(1, Math.round(span.height * height));
  context.fillStyle = fills[code];
  context.strokeStyle = palette.marks[code];
  if (state === 'idle') context.strokeRect(0.5, top + 0.5, width - 1, down - 1);
  else context.fillRect(0, top, width, down);
  if (state === 'unknown') context.strokeRect(0.5, 0.5, width - 1, height - 1);
  if (state === 'blocked') {
    context.fillStyle = palette.surface;
    context.fillRect(2, height / 2 - 0.75, width - 4, 1.5);
  }
}

function paintGlyph(
  context: OffscreenCanvasRenderingContext2D,
  state: EquipmentState,
  palette: StatePalette,
  width: number,
  height: number,
): void {
  const code = equipmentStates.indexOf(state);
  const isFault = state === 'fault';
  if (isFault || washed.includes(state)) {
    context.fillStyle = isFault ? palette.marks[code] : palette.washes[code];
    context.fillRect(0, 0, width - 1, height - 1);
  }
  const size = glyphSize(width, height);
  const left = width >= leastNamed ? (height - 1 - size) / 2 : (width - 1 - size) / 2;
  context.translate(Math.round(left), Math.round((height - 1 - size) / 2));
  context.scale(size / 24, size / 24);
  context.fillStyle = isFault ? palette.onFault : palette.marks[code];
  context.fill(new Path2D(stateGlyphs[state]), 'evenodd');
}
