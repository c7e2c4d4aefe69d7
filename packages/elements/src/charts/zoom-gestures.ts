import type { ZoomActions } from './zoom-actions.js';

/** px that a pointer may tremble before it drags. */
const tremble = 4;
/** Length of a line and of a page of the wheel in px. */
const line = 16;
const wheelPage = 400;

/**
 * Lets wheel, mouse and fingers zoom and move a chart. The plain wheel is left to the page, and so are fingers that move
 * up and down, if the plot says `touch-action: pan-y`.
 *
 * Nothing has to be ended: the listeners are those of the plot and go with it.
 */
export function joinGestures(plot: HTMLElement, zoom: ZoomActions): void {
  const fingers = new Map<number, number>();
  let dragged = 0;
  let wasDragged = false;

  const placeOf = ({ clientX }: MouseEvent) => clientX - plot.getBoundingClientRect().left;

  plot.addEventListener(
    'wheel',
    (event) => {
      const unit = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? line : wheelPage;
      if (event.ctrlKey || event.metaKey) {
        zoom.by(2 ** ((event.deltaY * unit) / 160), placeOf(event));
        event.preventDefault();
        return;
      }
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const by = event.deltaX || event.deltaY;
      // At an end of the range the page may go on with it.
      if (isSideways && zoom.pan(by * unit)) event.preventDefault();
    },
    { passive: false },
  );

  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event.clientX);
    dragged = 0;
    wasDragged = false;
  });

  plot.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined || fingers.size > 2) return;
    const by = event.clientX - before;
    if (fingers.size === 2) {
      pinch(event, before);
      return;
    }
    dragged = Math.max(dragged, Math.abs(by));
    if (!wasDragged && dragged < tremble) return;
    if (!zoom.isZoomed) return;
    if (!wasDragged && event.pointerType === 'mouse') plot.setPointerCapture(event.pointerId);
    wasDragged = true;
    fingers.set(event.pointerId, event.clientX);
    zoom.pan(-by);
  });

  /** Both fingers keep the times that they hold. */
  function pinch(event: PointerEvent, before: number): void {
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
    fingers.set(event.pointerId, event.clientX);
    const [old, now] = [before - other, event.clientX - other].map((width) => Math.max(Math.abs(width), 8));
    wasDragged = true;
    zoom.by(old / now, other - plot.getBoundingClientRect().left);
  }

  const lift = ({ pointerId }: PointerEvent) => void fingers.delete(pointerId);
  plot.addEventListener('pointerup', lift);
  plot.addEventListener('pointercancel', lift);

  plot.addEventListener(
    'click',
    (event) => {
      // What ends a drag chooses nothing.
      if (wasDragged) event.stopImmediatePropagation();
      wasDragged = false;
    },
    { capture: true },
  );
}
