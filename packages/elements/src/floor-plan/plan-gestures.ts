/** What somebody asks of a plan with a pointer. Places are px of the plan. */
export interface PlanGestureEvents {
  readonly zoom: (factor: number, x: number, y: number) => void;
  readonly pan: (right: number, down: number) => void;
  readonly point: (x: number, y: number) => void;
  readonly leave: () => void;
  readonly click: (x: number, y: number) => void;
  /** Whether the wheel zooms; else it scrolls the page. */
  readonly takesWheel: () => boolean;
}

/** px that a finger trembles before it drags. */
const trembling = 6;

/** Drag, pinch, wheel and click on one element, mouse and touch alike. */
export class PlanGestures {
  readonly #events: PlanGestureEvents;
  readonly #pointers = new Map<number, { x: number; y: number }>();
  #moved = 0;

  constructor(events: PlanGestureEvents) {
    this.#events = events;
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) this.#moved = 0;
    this.#pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  };

  readonly move = (event: PointerEvent): void => {
    const { offsetX: x, offsetY: y, pointerId } = event;
    const before = this.#pointers.get(pointerId);
    if (!before) {
      this.#events.point(x, y);
      return;
    }
    const other = [...this.#pointers].find(([id]) => id !== pointerId)?.[1];
    this.#moved += Math.hypot(x - before.x, y - before.y);
    if (this.#moved < trembling) return;
    // Only now: a captured pointer would take the click from what lies on the plan.
    (event.currentTarget as Element).setPointerCapture(pointerId);
    if (other) {
      const [far, near] = [
        Math.hypot(x - other.x, y - other.y),
        Math.hypot(before.x - other.x, before.y - other.y),
      ];
      this.#events.zoom(far / Math.max(near, 1), (x + other.x) / 2, (y + other.y) / 2);
      this.#events.pan((x - before.x) / 2, (y - before.y) / 2);
    } else this.#events.pan(x - before.x, y - before.y);
    this.#pointers.set(pointerId, { x, y });
  };

  readonly up = (event: PointerEvent): void => {
    const isClick = this.#pointers.delete(event.pointerId) && this.#moved < trembling;
    if (isClick && event.type === 'pointerup') this.#events.click(event.offsetX, event.offsetY);
  };

  readonly leave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.#events.leave();
  };

  /** With Ctrl it is what a trackpad makes of a pinch. */
  readonly wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey && !this.#events.takesWheel()) return;
    event.preventDefault();
    const lines = event.deltaMode === 0 ? 1 : 20;
    this.#events.zoom(
      Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0022)),
      event.offsetX,
      event.offsetY,
    );
  };
}
