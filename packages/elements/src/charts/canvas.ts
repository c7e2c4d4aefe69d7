import { onAppearanceChange } from '../internal/appearance.js';
import { observeSize, pixelRatioOf } from '../internal/resize.js';
import { isPrinting, observeVisibility } from '../internal/visibility.js';
import { cancelFrame, nextFrame } from './frame.js';

/** Paints a chart. The context is cleared and scaled so that its unit is one px. */
export type Paint = (context: CanvasRenderingContext2D, width: number, height: number, ratio: number) => void;

/**
 * Keeps a canvas as sharp as the screen and paints it when asked, when its size, the theme or the language
 * change, and at most once a frame. What is asked for while it cannot be seen is painted when it can, or before the page is
 * printed.
 */
export class ChartCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly #paint: Paint;
  readonly #ends: readonly (() => void)[];
  /** px; 0 until the browser has said it. */
  width = 0;
  #height = 0;
  #visible = false;
  #wanted = true;
  /** How often it was painted. */
  paints = 0;

  constructor(canvas: HTMLCanvasElement, paint: Paint) {
    this.canvas = canvas;
    this.#paint = paint;
    this.#ends = [
      observeSize(canvas, (width, height) => {
        this.width = width;
        this.#height = height;
        this.request();
      }),
      observeVisibility(canvas, (visible) => {
        this.#visible = visible;
        if (this.#wanted) this.request();
      }),
      onAppearanceChange(() => this.request()),
    ];
  }

  /** Whether it is on the screen or close to it. */
  get visible(): boolean {
    return this.#visible;
  }

  /** Asks for a paint in the next frame. */
  request(): void {
    this.#wanted = true;
    // No frame comes between the event that announces the print and the print.
    if (isPrinting()) this.#run();
    else if (this.#visible) nextFrame(this.#run);
  }

  /** Ends all that was begun; the canvas keeps its last picture. */
  dispose(): void {
    for (const end of this.#ends) end();
    cancelFrame(this.#run);
  }

  readonly #run = (): void => {
    const context = this.canvas.getContext('2d');
    if (!this.#visible || !context || this.width === 0 || this.#height === 0) return;
    this.#wanted = false;
    const ratio = pixelRatioOf(this.canvas);
    const width = Math.round(this.width * ratio);
    const height = Math.round(this.#height * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.scale(ratio, ratio);
    this.paints++;
    this.#paint(context, this.width, this.#height, ratio);
  };
}
