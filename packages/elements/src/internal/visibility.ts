interface Observed {
  readonly callback: (visible: boolean) => void;
  visible: boolean | undefined;
}

const observed = new Map<Element, Observed>();
let observer: IntersectionObserver | undefined;
let printing = false;

/**
 * Tells whether an element is on the screen or close to it, first soon after the call and then on each change;
 * returns how to end that. On paper everything is seen: all are told so before the page is printed, and after that
 * what holds on the screen. One observer serves the page.
 */
export function observeVisibility(element: Element, callback: (visible: boolean) => void): () => void {
  if (!observer) {
    // The margin lets a row that is about to be scrolled in be painted before it is seen.
    observer = new IntersectionObserver(report, { rootMargin: '160px' });
    addEventListener('beforeprint', () => print(true));
    addEventListener('afterprint', () => print(false));
  }
  observed.set(element, { callback, visible: undefined });
  observer.observe(element);
  return () => {
    observed.delete(element);
    observer?.unobserve(element);
  };
}

/** Whether the page is being printed: then what is to be seen must be painted at once. */
export function isPrinting(): boolean {
  return printing;
}

function print(begins: boolean): void {
  printing = begins;
  for (const { callback, visible } of [...observed.values()]) if (visible !== true) callback(begins);
}

function report(entries: readonly IntersectionObserverEntry[]): void {
  // The last entry of an element is what holds.
  const latest = new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]));
  for (const [element, visible] of latest) {
    const one = observed.get(element);
    if (!one) continue;
    one.visible = visible;
    if (!printing) one.callback(visible);
  }
}
