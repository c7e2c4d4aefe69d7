import { stateCode } from '@twinfloor/core';
import { paletteOf } from '../charts/palette.js';
import type { Colours } from '../internal/colours.js';
import type { paintMark } from './board-alarms.js';
import type { BoardCells } from './board-cells.js';
import type { BoardLayout } from './board-layout.js';
import { leastNamed, markSize, nameSize, nameStart } from './board-cell-size.js';
import { BoardSprites } from './board-sprites.js';

/** What a board shows. */
export interface BoardView {
  readonly cells: BoardCells;
  readonly layout: BoardLayout;
  /** Of the machines, in order. */
  readonly names: readonly string[];
  readonly colours: Colours;
  readonly family: string;
  readonly ratio: number;
  /** How far the board is scrolled, and how much of it is seen, in px. */
  readonly top: number;
  readonly room: number;
  /** Cells with a ring; -1: none. */
  readonly selected: number;
  readonly focused: number;
  readonly hovered: number;
  /** Paints the mark of an alarm; `undefined` while there are none. */
  readonly paintMark: typeof paintMark | undefined;
}

/** Paints a board on a canvas as large as the part of it that is seen. */
export class BoardPainter {
  #sprites: BoardSprites | undefined;

  /** Paints all that is seen. */
  paintAll(context: CanvasRenderingContext2D, view: BoardView): void {
    const { layout, ratio, top, room, colours, family } = view;
    this.#prepare(view);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    for (let index = 0; index < layout.x.length; index++) this.#paintCell(context, view, index);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.font = `700 12px ${family}`;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillStyle = colours.of('text-primary');
    for (const { text, x, y } of layout.headings)
      if (y > top - 4 && y < top + room + 14) context.fillText(text, x, y - top);
  }

  /** Paints the cells that have changed. */
  paintChanged(context: CanvasRenderingContext2D, view: BoardView): void {
    const { dirty, dirtyCount } = view.cells;
    this.#prepare(view);
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (let place = 0; place < dirtyCount; place++) this.#paintCell(context, view, dirty[place]);
  }

  #prepare({ colours, layout, ratio }: BoardView): void {
    const palette = paletteOf(colours);
    const { width, height } = layout;
    if (this.#sprites?.palette === palette && this.#sprites.key === `${width} ${height} ${ratio}`) return;
    this.#sprites = new BoardSprites(palette, width, height, ratio);
  }

  #paintCell(context: CanvasRenderingContext2D, view: BoardView, index: number): void {
    const { layout, cells, ratio, top, room } = view;
    const sprites = this.#sprites as BoardSprites;
    const y = layout.y[index] - top;
    if (y + layout.height < 0 || y > room) return;
    const { width, height, image } = sprites;
    const left = Math.round(layout.x[index] * ratio);
    const upper = Math.round(y * ratio);
    context.drawImage(image, cells.codes[index] * width, 0, width, height, left, upper, width, height);
    if (layout.width >= leastNamed) this.#paintName(context, view, index, y);
    if (cells.alarms[index]) this.#paintAlarm(context, view, index, y);
    if (index === view.hovered) this.#ring(context, view, left, upper, 1, 'text-secondary');
    if (index === view.selected) this.#ring(context, view, left, upper, 2, 'selection');
    if (index === view.focused) this.#ring(context, view, left, upper, 2, 'focus');
  }

  #paintName(context: CanvasRenderingContext2D, view: BoardView, index: number, y: number): void {
    const { layout, ratio, colours, family, names, cells } = view;
    const isFault = cells.codes[index] === stateCode.fault;
    const start = nameStart(layout.width, layout.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.font = `${isFault ? 700 : 400} ${nameSize(layout.height)}px ${family}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillStyle = colours.of(isFault ? 'state-on-fault' : 'text-primary');
    const room = cells.alarms[index]
      ? layout.width - start - markSize(layout.width, layout.height) - 12
      : undefined;
    context.fillText(names[index], layout.x[index] + start, y + layout.height / 2, room);
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  /** At the end of a cell with a name, in the corner of a smaller one. */
  #paintAlarm(context: CanvasRenderingContext2D, view: BoardView, index: number, y: number): void {
    const { layout, cells, ratio, colours } = view;
    const { width, height } = layout;
    const size = markSize(width, height);
    if (size === 0) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const top = width < leastNamed ? y + 2 : y + (height - 1 - size) / 2;
    const left = layout.x[index] + width - size - (width < leastNamed ? 3 : 7);
    view.paintMark?.(context, cells.alarms[index], left, top, size, colours);
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  /** Inside the edge, so that a cell covers its ring when it is painted again. */
  #ring(
    context: CanvasRenderingContext2D,
    { colours, ratio }: BoardView,
    left: number,
    top: number,
    width: number,
    role: 'text-secondary' | 'selection' | 'focus',
  ): void {
    const { width: across, height: down } = this.#sprites as BoardSprites;
    // A line of the surface inside it keeps it apart from whatever the cell is filled with.
    for (const [lines, colour] of [
      [width + 1, 'surface'],
      [width, role],
    ] as const) {
      const line = lines * ratio;
      context.strokeStyle = colours.of(colour);
      context.lineWidth = line;
      context.strokeRect(left + line / 2, top + line / 2, across - line, down - line);
    }
  }
}
