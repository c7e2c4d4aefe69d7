/** Width and height of the content box in px. */
export type SizeCallback = (width: number, height: number) => void;

const callbacks = new WeakMap<Element, SizeCallback>();
let observer: ResizeObserver | undefined;

/**
 * Tells the size of an element, first soon after the call and then on each change, without forcing a layout;
 * returns how to end that. One observer serves the page.
 */
export function observeSize(element: Element, callback: SizeCallback): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      callbacks.get(target)?.(contentRect.width, contentRect.height);
  });
  callbacks.set(element, callback);
  observer.observe(element);
  return () => {
    callbacks.delete(element);
    observer?.unobserve(element);
  };
}
