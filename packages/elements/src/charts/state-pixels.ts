import { stateCode, stateCount } from '@twinfloor/core';
import type { StateRow, StateView } from './state-bands.js';
import type { StatePalette } from './state-forms.js';
import { codeOfPacked, loudness } from './state-marks.js';
import type { AxisPiece } from './time-axis.js';

/** Under so many pixels a loop is quicker than `fill`. */
const shortFill = 24;

/**
 * Paints rows of states that are too thin for forms, one pixel at a time into one image. Where several states
 * fall into a pixel the loudest takes it, from the top: fault, blocked, starved, unknown, maintenance, set-up,
 * idle, offline, planned stop, running. Short stops so look longer than they were, but none is lost.
 */
export class StatePixels {
  #image: ImageData | undefined;
  #pixels = new Uint32Array(0);
  #palette: StatePalette | undefined;
  readonly #colours = new Uint32Array(64);
  readonly #loudness = Uint8Array.from(codeOfPacked, (code) => loudness[code] + 1);
  #surface = 0;

  /** The rows' tops ascend and the rows do not overlap. */
  paint(context: CanvasRenderingContext2D, rows: readonly StateRow[], view: StateView): void {
    const { axis, ratio, palette, until } = view;
    const first = Math.round(rows[0].top * ratio);
    const width = Math.round(axis.width * ratio);
    const height = Math.round((rows[rows.length - 1].top + view.height) * ratio) - first;
    if (width < 1 || height < 1) return;
    this.#readColours(palette);
    const image = this.#imageOf(width, height);
    const pixels = this.#pixels;
    let filled = 0;
    for (const { series, top, knownUntil = Infinity } of rows) {
      const rowTop = Math.round(top * ratio) - first;
      const rowBottom = Math.min(
        height,
        Math.max(rowTop + 1, Math.round((top + view.height) * ratio) - first),
      );
      if (rowTop < filled) continue;
      const start = rowTop * width;
      pixels.fill(this.#surface, filled * width, start + width);
      for (const piece of axis.pieces) {
        this.#paintPiece(series, piece, Math.min(until, knownUntil), ratio, start, width);
        if (knownUntil < Math.min(until, piece.to))
          this.#paintUnknown(piece, knownUntil, until, ratio, start);
      }
      for (let row = rowTop + 1; row < rowBottom; row++) pixels.copyWithin(row * width, start, start + width);
      filled = rowBottom;
    }
    context.putImageData(image, Math.round((view.left ?? 0) * ratio), first);
  }

  #paintPiece(
    series: StateRow['series'],
    piece: AxisPiece,
    until: number,
    ratio: number,
    start: number,
    width: number,
  ): void {
    const { from } = piece;
    const to = Math.min(piece.to, until);
    if (!(to > from)) return;
    const { times, packed, end } = series;
    const colours = this.#colours;
    const loud = this.#loudness;
    const pixels = this.#pixels;
    const scale = ((piece.right - piece.left) * ratio) / (piece.to - from);
    const left = piece.left * ratio;
    const limit = Math.min(width, Math.ceil(left + (to - from) * scale)) - 1;
    let index = series.start + series.indexAt(from);
    let mark = index < series.start ? unknownMark : packed[index];
    let pixel = left | 0;
    // How loud the state is that the pixel holds so far; 0: none has touched it.
    let held = 0;
    while (pixel <= limit) {
      if (loud[mark] > held) {
        held = loud[mark];
        pixels[start + pixel] = colours[mark];
      }
      index++;
      const last = index >= end || times[index] >= to;
      const exact = left + ((last ? to : times[index]) - from) * scale;
      const next = exact | 0;
      if (next > pixel) {
        const stop = (next < limit ? next : limit) + 1;
        const colour = colours[mark];
        if (next - pixel < shortFill) for (let x = pixel + 1; x < stop; x++) pixels[start + x] = colour;
        else pixels.fill(colour, start + pixel + 1, start + stop);
        pixel = next;
        held = exact > next ? loud[mark] : 0;
      }
      if (last) break;
      mark = packed[index];
    }
  }

  #paintUnknown(piece: AxisPiece, from: number, until: number, ratio: number, start: number): void {
    const scale = ((piece.right - piece.left) * ratio) / (piece.to - piece.from);
    const left = piece.left * ratio;
    const begin = Math.ceil(left + (Math.max(from, piece.from) - piece.from) * scale);
    const end = Math.ceil(left + (Math.min(until, piece.to) - piece.from) * scale);
    if (end > begin) this.#pixels.fill(this.#colours[unknownMark], start + begin, start + end);
  }

  #imageOf(width: number, height: number): ImageData {
    let image = this.#image;
    if (image?.width !== width || image.height !== height) {
      this.#image = image = new ImageData(width, height);
      this.#pixels = new Uint32Array(image.data.buffer);
    }
    return image;
  }

  #readColours(palette: StatePalette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    const probe = new OffscreenCanvas(stateCount + 1, 1);
    const context = probe.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
    [...palette.marks, palette.surface].forEach((colour, x) => {
      context.fillStyle = colour;
      context.fillRect(x, 0, 1, 1);
    });
    const words = new Uint32Array(context.getImageData(0, 0, stateCount + 1, 1).data.buffer);
    codeOfPacked.forEach((code, packed) => (this.#colours[packed] = words[code]));
    this.#surface = words[stateCount];
  }
}

const unknownMark = stateCode.unknown;
