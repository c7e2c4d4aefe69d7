import { equipmentStates } from '@twinfloor/core';
import type { ColorRole } from '../themes/tokens.js';

/** The colours that state painters need, as CSS text. */
export interface StatePalette {
  /** Marks by state code. */
  readonly marks: readonly string[];
  /** Grounds by state code. */
  readonly washes: readonly string[];
  /** Ink on a fault. */
  readonly onFault: string;
  /** What the bars stand on. */
  readonly surface: string;
  /** The dots above merged intervals. */
  readonly secondary: string;
}

/** The palette of one place of the page. */
export function statePalette(of: (role: ColorRole) => string): StatePalette {
  return {
    marks: equipmentStates.map((state) => of(`state-${state}`)),
    washes: equipmentStates.map((state) => of(`state-wash-${state}`)),
    onFault: of('state-on-fault'),
    surface: of('surface'),
    secondary: of('text-secondary'),
  };
}

/** Below this bar height in px, hatching and rails are too fine to be told: height and colour have to do. */
const leastPatternHeight = 6;

/** Height of the parts of a bar as shares of its height (looks §5). */
export const bandShare = 0.44;
export const faultShare = 1.24;
const railShare = 0.14;
const lineShare = 0.12;

/** The fills of all states at one bar height, made once per palette, height and pixel ratio. */
export class StateForms {
  readonly palette: StatePalette;
  readonly height: number;
  readonly ratio: number;
  /** Fill of wide bars by state code: a pattern or a colour. */
  readonly fills: readonly (string | CanvasPattern)[];
  readonly #patterns: { readonly pattern: CanvasPattern; readonly width: number }[] = [];

  constructor(palette: StatePalette, height: number, ratio: number) {
    this.palette = palette;
    this.height = height;
    this.ratio = ratio;
    const hasPatterns = height >= leastPatternHeight;
    this.fills = equipmentStates.map((state, code) => {
      const mark = palette.marks[code];
      const wash = palette.washes[code];
      if (!hasPatterns) return mark;
      if (state === 'setup') return this.#pattern(7, 7, (context) => hatch(context, mark, wash));
      if (state === 'maintenance') return this.#pattern(4, 4, (context) => bars(context, mark, wash));
      if (state === 'unknown') return this.#pattern(8, 8, (context) => sparseHatch(context, mark));
      if (state === 'starved')
        return this.#pattern(8, height, (context) => rails(context, mark, wash, height));
      if (state === 'offline') return this.#pattern(11, height, (context) => dots(context, mark, height));
      return mark;
    });
  }

  /**
   * Ties the patterns to the time axis, so that they move with the bars. `origin`: px of the time 0. They move by
   * whole device pixels: between them each pixel would be mixed of several, a fifth of the cost of a paint.
   */
  anchor(origin: number): void {
    const { ratio } = this;
    for (const { pattern, width } of this.#patterns) {
      const shift = Math.round((origin - Math.floor(origin / width) * width) * ratio) / ratio;
      pattern.setTransform(new DOMMatrix([1 / ratio, 0, 0, 1 / ratio, shift, 0]));
    }
  }

  #pattern(width: number, height: number, draw: (context: OffscreenCanvasRenderingContext2D) => void) {
    const { ratio } = this;
    const tile = new OffscreenCanvas(Math.round(width * ratio), Math.max(1, Math.round(height * ratio)));
    const context = tile.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.scale(tile.width / width, tile.height / height);
    draw(context);
    const pattern = context.createPattern(tile, 'repeat') as CanvasPattern;
    this.#patterns.push({ pattern, width: tile.width / ratio });
    return pattern;
  }
}

/** Height and offset from the top of a plain bar, by state code, as shares of the bar's height. */
export function barSpan(state: number): { readonly top: number; readonly height: number } {
  switch (equipmentStates[state]) {
    case 'running':
    case 'idle':
      return { top: (1 - bandShare) / 2, height: bandShare };
    case 'fault':
      return { top: (1 - faultShare) / 2, height: faultShare };
    case 'plannedStop':
      return { top: (1 - lineShare) / 2, height: lineShare };
    default:
      return { top: 0, height: 1 };
  }
}

function hatch(context: OffscreenCanvasRenderingContext2D, mark: string, wash: string): void {
  context.fillStyle = wash;
  context.fillRect(0, 0, 7, 7);
  context.strokeStyle = mark;
  context.lineWidth = 2.3;
  context.beginPath();
  for (const shift of [-7, 0, 7]) {
    context.moveTo(shift - 2, 9);
    context.lineTo(shift + 9, -2);
  }
  context.stroke();
}

function sparseHatch(context: OffscreenCanvasRenderingContext2D, mark: string): void {
  context.strokeStyle = mark;
  context.globalAlpha = 0.55;
  context.lineWidth = 1;
  context.beginPath();
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift - 2, -2);
    context.lineTo(shift + 10, 10);
  }
  context.stroke();
}

function bars(context: OffscreenCanvasRenderingContext2D, mark: string, wash: string): void {
  context.fillStyle = wash;
  context.fillRect(0, 0, 4, 4);
  context.fillStyle = mark;
  context.fillRect(0, 0, 1.8, 4);
}

function rails(context: OffscreenCanvasRenderingContext2D, mark: string, wash: string, height: number): void {
  const rail = Math.max(height * railShare, 1.5);
  context.fillStyle = wash;
  context.fillRect(0, 0, 8, height);
  context.fillStyle = mark;
  context.fillRect(0, 0, 8, rail);
  context.fillRect(0, height - rail, 8, rail);
}

function dots(context: OffscreenCanvasRenderingContext2D, mark: string, height: number): void {
  context.fillStyle = mark;
  for (const left of [0, 5.5]) context.fillRect(left, height / 2 - 0.9, 1.5, 1.8);
}
