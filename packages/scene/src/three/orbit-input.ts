import type { Workshop3d } from './workshop-3d.js';

/** What a person may do with the picture beside turning it. */
export interface OrbitInputOptions {
  /** A click or tap on a machine (its index) or beside all of them (-1). */
  readonly onPick?: (index: number) => void;
  /** The pointer stands on another machine; -1: on none. */
  readonly onHover?: (index: number) => void;
  /** Whether the wheel zooms without Ctrl: else the page scrolls. Default: while the canvas has the focus. */
  readonly wheel?: () => boolean;
}

/** CSS pixels that a pointer may move in a click. */
const clickReach = 4;

/** Radians a pixel, radians a key. */
const [turnX, turnY, keyX, keyY] = [0.005, 0.004, 0.1, 0.06];

/**
 * Turns a scene by mouse, touch and keys: drag turns, the right button, Shift or two fingers move, wheel and pinch zoom
 * to the pointer; arrows turn, with Shift they move; + and - zoom, Home shows all.
 */
export class OrbitInput {
  readonly #canvas: HTMLElement;
  readonly #workshop: Workshop3d;
  readonly #options: OrbitInputOptions;
  readonly #ended = new AbortController();
  readonly #pointers = new Map<number, { x: number; y: number }>();
  #travelled = 0;
  #hovered = -1;

  /** @param canvas - takes the events; give it `touch-action: none` */
  constructor(canvas: HTMLElement, workshop: Workshop3d, options: OrbitInputOptions = {}) {
    this.#canvas = canvas;
    this.#workshop = workshop;
    this.#options = options;
    const { signal } = this.#ended;
    canvas.addEventListener('pointerdown', this.#down, { signal });
    canvas.addEventListener('pointermove', this.#move, { signal });
    canvas.addEventListener('pointerup', this.#up, { signal });
    canvas.addEventListener('pointercancel', this.#forget, { signal });
    canvas.addEventListener('pointerleave', () => this.#hover(-1), { signal });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    canvas.addEventListener('wheel', this.#wheel, { signal, passive: false });
    canvas.addEventListener('keydown', this.#key, { signal });
  }

  /** Listens no longer. */
  dispose(): void {
    this.#ended.abort();
  }

  readonly #down = (event: PointerEvent): void => {
    // A pointer made by a script cannot be captured.
    if (event.isTrusted) this.#canvas.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (this.#pointers.size === 1) this.#travelled = 0;
  };

  readonly #move = (event: PointerEvent): void => {
    const last = this.#pointers.get(event.pointerId);
    if (!last) {
      if (event.pointerType === 'mouse') this.#hover(this.#workshop.pick(event.offsetX, event.offsetY));
      return;
    }
    const [dx, dy] = [event.offsetX - last.x, event.offsetY - last.y];
    this.#travelled += Math.abs(dx) + Math.abs(dy);
    const now = { x: event.offsetX, y: event.offsetY };
    this.#pointers.set(event.pointerId, now);
    if (this.#travelled < clickReach) return;
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const reach = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y);
      this.#workshop.view.pan(dx / 2, dy / 2);
      this.#workshop.view.zoom(
        reach(last) / Math.max(1, reach(now)),
        (now.x + other.x) / 2,
        (now.y + other.y) / 2,
      );
    } else if (event.buttons & 2 || event.shiftKey) this.#workshop.view.pan(dx, dy);
    else this.#workshop.view.turn(-dx * turnX, dy * turnY);
  };

  readonly #up = (event: PointerEvent): void => {
    const alone = this.#pointers.size === 1;
    this.#forget(event);
    if (alone && event.button === 0 && this.#travelled < clickReach)
      this.#options.onPick?.(this.#workshop.pick(event.offsetX, event.offsetY));
  };

  readonly #forget = ({ pointerId }: PointerEvent): void => {
    this.#pointers.delete(pointerId);
  };

  readonly #wheel = (event: WheelEvent): void => {
    const focused = (this.#canvas.getRootNode() as Document | ShadowRoot).activeElement === this.#canvas;
    if (!event.ctrlKey && !(this.#options.wheel?.() ?? focused)) return;
    event.preventDefault();
    // Some browsers count in lines.
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 30 : event.deltaY;
    this.#workshop.view.zoom(Math.exp(pixels * 0.0012), event.offsetX, event.offsetY);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#acted(event)) return;
    event.preventDefault();
  };

  #acted({ key, shiftKey }: KeyboardEvent): boolean {
    const [x, y] = arrows[key] ?? [0, 0];
    if (x !== 0 || y !== 0) {
      if (shiftKey) this.#workshop.view.pan(-x * 40, -y * 40);
      else this.#workshop.view.turn(x * keyX, -y * keyY);
    } else if (key === '+' || key === '=') this.#workshop.view.zoom(0.85);
    else if (key === '-') this.#workshop.view.zoom(1.18);
    else if (key === 'Home') this.#workshop.view.fit();
    else return false;
    return true;
  }

  #hover(index: number): void {
    if (index === this.#hovered) return;
    this.#hovered = index;
    this.#options.onHover?.(index);
  }
}

/** Right and down are positive. */
const arrows: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
