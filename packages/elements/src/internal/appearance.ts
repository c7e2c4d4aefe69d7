const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;
/** On paper the tokens are others: when this changes they hold already, which they do not when a print is announced. */
let print: MediaQueryList | undefined;

/**
 * Calls back when a language, a direction or a theme may have changed anywhere on the page, or it goes on paper;
 * returns how to end that. One observer serves all elements and runs only while somebody listens.
 */
export function onAppearanceChange(listener: () => void): () => void {
  if (!observer) {
    observer = new MutationObserver(announceAppearance);
    observer.observe(document, { subtree: true, attributeFilter: ['lang', 'dir', 'theme'] });
    print = matchMedia('print');
    print.addEventListener('change', announceAppearance);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    print?.removeEventListener('change', announceAppearance);
    observer = undefined;
  };
}

/**
 * Tells all elements that colours or language may have changed. Hosts that change tokens by a style sheet of
 * their own call it after that.
 */
export function announceAppearance(): void {
  for (const listener of [...listeners]) listener();
}
