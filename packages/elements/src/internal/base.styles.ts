import { css } from '@lit/reactive-element/css-tag.js';

/** What every element and every tile begins with: face, figures, ink, the keyboard's ring, stillness where it is wished. */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--twin-color-text-primary);
    font: var(--twin-text-page-body);
    font-variant-numeric: tabular-nums lining-nums;
    text-align: start;
    -webkit-font-smoothing: antialiased;
  }
  /* Not the logical side: a line in a language of the other direction stays on this one. */
  :host(:dir(rtl)) {
    text-align: right;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--twin-color-focus);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
