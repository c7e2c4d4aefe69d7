import { html, type TemplateResult } from 'lit';
import { ChartCanvas, type Paint } from './canvas.js';

/** What somebody does with a pointer on a chart; `x` and `y` in px of the canvas. */
export interface LayerEvents {
  readonly point: (x: number, y: number) => void;
  readonly leave: () => void;
  readonly click?: (x: number, y: number) => void;
}

/** The canvases of a chart that lie side by side in one plane: one, or strips of a plot that is higher than a screen. */
export interface Layer {
  /** Paints one of its canvases; `strip` counts them from the top. */
  readonly paint: (...given: [...Parameters<Paint>, strip: number]) => void;
  /** Whether it shows the cursor, so that it is painted anew with each update. */
  readonly showsCursor?: boolean;
}

/**
 * The canvases of a chart on top of each other, by their class names: those that change with the data, and those
 * that change with the cursor, so that a cursor that moves with the mouse does not paint the data anew.
 */
export class ChartLayers {
  readonly #layers: Readonly<Record<string, Layer>>;
  readonly #canvases = new Map<string, readonly ChartCanvas[]>();
  #content = '';

  /** @param layers - from below; the first has the size of the plot */
  constructor(layers: Readonly<Record<string, Layer>>) {
    this.#layers = layers;
  }

  /** Width of the canvases in px; 0 until the browser has said it. */
  get width(): number {
    const [first] = this.#canvases.values();
    return first?.[0]?.width ?? 0;
  }

  /** Whether a strip of a layer is on the screen or close to it. False until the browser has said so. */
  shows(name: string, strip: number): boolean {
    return this.#canvases.get(name)?.[strip]?.visible === true;
  }

  /**
   * Joins the canvases that the element has rendered and asks for what has to be painted.
   *
   * @param root - the shadow root of the element, without canvases while it shows something else
   * @param content - changes whenever the data have to be painted anew
   */
  update(root: ParentNode | null, content: string): void {
    for (const [name, { paint, showsCursor }] of Object.entries(this.#layers)) {
      const before = this.#canvases.get(name) ?? [];
      const found = root?.querySelectorAll<HTMLCanvasElement>(`canvas.${name}`) ?? [];
      const canvases = Array.from(found, (canvas, strip) =>
        before[strip]?.canvas === canvas
          ? before[strip]
          : new ChartCanvas(canvas, (...given) => paint(...given, strip)),
      );
      for (const old of before) if (!canvases.includes(old)) old.dispose();
      this.#canvases.set(name, canvases);
      if (showsCursor || content !== this.#content) for (const canvas of canvases) canvas.request();
    }
    this.#content = content;
  }

  /** Ends all that was begun; `update` begins anew. */
  dispose(): void {
    for (const canvases of this.#canvases.values()) for (const canvas of canvases) canvas.dispose();
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
