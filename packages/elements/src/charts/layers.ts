import { html, type TemplateResult } from 'lit';
import { ChartCanvas, type Paint } from './canvas.js';

/** What somebody does with a pointer on a chart; `x` and `y` in px of the canvas. */
export interface LayerEvents {
  readonly point: (x: number, y: number) => void;
  readonly leave: () => void;
  readonly click?: (x: number, y: number) => void;
}

/** One canvas of a chart. */
export interface Layer {
  readonly paint: Paint;
  /** Whether it shows the cursor, so that it is painted anew with each update. */
  readonly showsCursor?: boolean;
}

/**
 * The canvases of a chart on top of each other, by their class names: those that change with the data, and those
 * that change with the cursor, so that a cursor that moves with the mouse does not paint the data anew.
 */
export class ChartLayers {
  readonly #layers: Readonly<Record<string, Layer>>;
  readonly #canvases = new Map<string, ChartCanvas>();
  #content = '';

  /** @param layers - from below; the first has the size of the plot */
  constructor(layers: Readonly<Record<string, Layer>>) {
    this.#layers = layers;
  }

  /** Width of the canvases in px; 0 until the browser has said it. */
  get width(): number {
    const [first] = this.#canvases.values();
    return first?.width ?? 0;
  }

  /**
   * Joins the canvases that the element has rendered and asks for what has to be painted.
   *
   * @param root - the shadow root of the element, without canvases while it shows something else
   * @param content - changes whenever the data have to be painted anew
   */
  update(root: ParentNode | null, content: string): void {
    for (const [name, { paint, showsCursor }] of Object.entries(this.#layers)) {
      const canvas = root?.querySelector<HTMLCanvasElement>(`canvas.${name}`) ?? undefined;
      let chart = this.#canvases.get(name);
      if (chart?.canvas !== canvas) {
        chart?.dispose();
        this.#canvases.delete(name);
        chart = canvas && new ChartCanvas(canvas, paint);
        if (chart) this.#canvases.set(name, chart);
      }
      if (showsCursor || content !== this.#content) chart?.request();
    }
    this.#content = content;
  }

  /** Ends all that was begun; `update` begins anew. */
  dispose(): void {
    for (const canvas of this.#canvases.values()) canvas.dispose();
    this.#canvases.clear();
    this.#content = '';
  }
}

/** A lower canvas for the data and an upper one for the cursor. They are pictures of what the element says in words. */
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
