/** Width and height of the content box in px. */
export type SizeCallback = (width: number, height: number) => void;

const callbacks = new WeakMap<Element, SizeCallback>();
const zooms = new WeakMap<Element, number>();
let observer: ResizeObserver | undefined;

/**
 * Tells the size of an element, first soon after the call and then on each change, without forcing a layout;
 * returns how to end that. One observer serves the page.
 */
export function observeSize(element: Element, callback: SizeCallback): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      // Asked here, where styles are up to date: anywhere else the question would make them so.
      zooms.set(target, (target as { currentCSSZoom?: number }).currentCSSZoom ?? 1);
      callbacks.get(target)?.(contentRect.width, contentRect.height);
    }
  });
  callbacks.set(element, callback);
  observer.observe(element);
  return () => {
    callbacks.delete(element);
    observer?.unobserve(element);
  };
}

/** How many pixels of the screen make one of an element whose size is observed, with the `zoom` of its place. */
export function pixelRatioOf(element: Element): number {
  return (window.devicePixelRatio || 1) * (zooms.get(element) ?? 1);
}
