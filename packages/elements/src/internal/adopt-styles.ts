import type { CSSResult } from '@lit/reactive-element/css-tag.js';

/** Gives an element styles that came later than itself, once. */
export function adoptStyles(element: Element, { styleSheet }: CSSResult): void {
  const sheets = element.shadowRoot?.adoptedStyleSheets;
  if (sheets && styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
}
