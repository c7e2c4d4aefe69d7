import { html, type TemplateResult } from 'lit';
import { ChartCanvas, type Paint } from './canvas.js';

/** What somebody does with a pointer on a chart; `x` and `y` in px of the canvas. */
export interface LayerEvents {
  readonly point: (x: number, y: number) => void;
  readonly leave: () => void;
  readonly click?: (x: number, y: number) => void;
}

/**
 * The two canvases of a chart on top of each other: below what changes with the data, above what changes with the
 * cursor, so that a cursor that moves with the mouse does not paint the data anew.
 */
export class ChartLayers {
  readonly #paintBelow: Paint;
  readonly #paintAbove: Paint;
  #below: ChartCanvas | undefined;
  #above: ChartCanvas | undefined;
  #content = '';

  constructor(paintBelow: Paint, paintAbove: Paint) {
    this.#paintBelow = paintBelow;
    this.#paintAbove = paintAbove;
  }

  /** Width of the canvases in px; 0 until the browser has said it. */
  get width(): number {
    return this.#below?.width ?? 0;
  }

  /**
   * Joins the canvases that {@link chartLayers} has rendered and asks for what has to be painted.
   *
   * @param root - the shadow root of the element, without canvases while it shows something else
   * @param content - changes whenever the lower canvas has to be painted anew
   */
  update(root: ParentNode | null, content: string): void {
    const below = root?.querySelector<HTMLCanvasElement>('.below') ?? undefined;
    if (this.#below?.canvas !== below) {
      this.dispose();
      const above = root?.querySelector<HTMLCanvasElement>('.above');
      if (!below || !above) return;
      this.#below = new ChartCanvas(below, this.#paintBelow);
      this.#above = new ChartCanvas(above, this.#paintAbove);
    }
    if (content !== this.#content) this.#below?.request();
    this.#content = content;
    this.#above?.request();
  }

  /** Ends all that was begun; `update` begins anew. */
  dispose(): void {
    this.#below?.dispose();
    this.#above?.dispose();
    this.#below = this.#above = undefined;
    this.#content = '';
  }
}

/** The canvases for {@link ChartLayers}. They are pictures of what the element says in words. */
export function chartLayers({ point, leave, click }: LayerEvents): TemplateResult {
  const onPoint = (event: PointerEvent) => point(event.offsetX, event.offsetY);
  // A finger that is lifted leaves the cursor where it pointed.
  const onLeave = (event: PointerEvent) => event.pointerType === 'mouse' && leave();
  const onClick = (event: MouseEvent) => click?.(event.offsetX, event.offsetY);
  return html`<canvas class="below" aria-hidden="true"></canvas
    ><canvas
      class="above"
      aria-hidden="true"
      @pointermove=${onPoint}
      @pointerdown=${onPoint}
      @pointerleave=${onLeave}
      @click=${onClick}
    ></canvas>`;
}
