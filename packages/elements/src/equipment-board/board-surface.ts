import { cancelFrame, nextFrame } from '../charts/frame.js';
import { observeSize } from '../internal/resize.js';
import { BoardPainter, type BoardView } from './board-painter.js';

/** What a board shows, but for where it is scrolled to and how large it is. */
export type BoardScene = Omit<BoardView, 'top' | 'room' | 'ratio'>;

/**
 * The canvas of a board inside the box that scrolls it: as large as the part that is seen, and painted at most once a
 * frame, only the cells that have changed where nothing else has.
 */
export class BoardSurface {
  readonly box = document.createElement('div');
  readonly canvas = document.createElement('canvas');
  /** px; 0 until the browser has said it. */
  width = 0;
  height = 0;
  readonly #scene: () => BoardScene | undefined;
  readonly #resized: () => void;
  readonly #painter = new BoardPainter();
  #top = 0;
  #isWhole = true;
  #end: (() => void) | undefined;

  /**
   * @param scene - what to paint; `undefined` while nobody sees it
   * @param resized - called when there is another room
   */
  constructor(scene: () => BoardScene | undefined, resized: () => void) {
    this.#scene = scene;
    this.#resized = resized;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.box.className = 'view';
    this.box.setAttribute('role', 'presentation');
    this.box.append(this.canvas);
    this.box.addEventListener('scroll', () => {
      this.#top = this.box.scrollTop;
      this.repaint();
    });
  }

  /** How far it is scrolled, in px. */
  get top(): number {
    return this.#top;
  }

  /** Follows its size until `sleep`. */
  wake(): void {
    this.#end = observeSize(this.canvas, (width, height) => {
      this.width = width;
      this.height = height;
      this.#resized();
    });
  }

  /** Ends all that runs. */
  sleep(): void {
    this.#end?.();
    cancelFrame(this.#paint);
  }

  /** Lets a board of this height be scrolled. */
  grow(total: number): void {
    this.box.style.setProperty('--_more', `${Math.max(0, total - this.height)}px`);
  }

  /** Scrolls so far that a cell is seen. */
  reveal(top: number, height: number): void {
    if (top < this.#top) this.box.scrollTop = top;
    else if (top + height > this.#top + this.height) this.box.scrollTop = top + height - this.height;
  }

  /** Asks for all to be painted. */
  repaint(): void {
    this.#isWhole = true;
    nextFrame(this.#paint);
  }

  /** Asks for the changed cells to be painted. */
  refresh(): void {
    nextFrame(this.#paint);
  }

  readonly #paint = (): void => {
    const scene = this.#scene();
    const context = this.canvas.getContext('2d');
    if (!scene || !context || this.width === 0) return;
    const ratio = devicePixelRatio;
    const width = Math.round(this.width * ratio);
    const height = Math.round(this.height * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.#isWhole = true;
    }
    const view = { ...scene, ratio, top: this.#top, room: this.height };
    if (this.#isWhole) this.#painter.paintAll(context, view);
    else this.#painter.paintChanged(context, view);
    this.#isWhole = false;
    scene.cells.clean();
  };
}
