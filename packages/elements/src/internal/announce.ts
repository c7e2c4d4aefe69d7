let region: HTMLElement | undefined;

/**
 * Says a sentence to screen readers, politely: after what they are saying now. One live region serves the page.
 *
 * @param language - of the sentence, for its pronunciation
 */
export function announce(sentence: string, language: string): void {
  if (!region) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    // Set one by one: a style attribute would be refused by a strict content security policy.
    const { style } = region;
    style.setProperty('position', 'absolute');
    style.setProperty('inline-size', '1px');
    style.setProperty('block-size', '1px');
    style.setProperty('overflow', 'hidden');
    style.setProperty('clip-path', 'inset(50%)');
    style.setProperty('white-space', 'nowrap');
  }
  if (!region.isConnected) document.body.append(region);
  // An attribute that is set to what it was would make all elements look for another language.
  if (region.lang !== language) region.lang = language;
  region.textContent = sentence;
}
