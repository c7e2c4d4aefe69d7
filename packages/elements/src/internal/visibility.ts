const callbacks = new WeakMap<Element, (visible: boolean) => void>();
let observer: IntersectionObserver | undefined;

/**
 * Tells whether an element is on the screen or close to it, first soon after the call and then on each change;
 * returns how to end that. One observer serves the page.
 */
export function observeVisibility(element: Element, callback: (visible: boolean) => void): () => void {
  // The margin lets a row that is about to be scrolled in be painted before it is seen.
  observer ??= new IntersectionObserver(report, { rootMargin: '160px' });
  callbacks.set(element, callback);
  observer.observe(element);
  return () => {
    callbacks.delete(element);
    observer?.unobserve(element);
  };
}

function report(entries: readonly IntersectionObserverEntry[]): void {
  const latest = new Map<Element, boolean>();
  for (const entry of entries) latest.set(entry.target, entry.isIntersecting);
  for (const [element, visible] of latest) callbacks.get(element)?.(visible);
}
