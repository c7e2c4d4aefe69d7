import { css } from 'lit';

/** What all elements share: face, figures, ink, the keyboard's ring, stillness where it is wished. */
export const hostStyles = css`
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
  p,
  .quiet {
    unicode-bidi: plaintext;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  table,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  svg {
    display: block;
    flex: none;
  }
  button,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--twin-color-focus);
    outline-offset: 2px;
  }
  .unit {
    font-size: max(11px, 0.62em);
    color: var(--twin-color-text-secondary);
    letter-spacing: 0;
  }
  .quiet {
    color: var(--twin-color-text-secondary);
  }
  .caption {
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  .verb {
    min-height: 28px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .stale {
    color: var(--twin-color-text-tertiary);
    text-decoration: underline dotted 1px var(--twin-color-quality-uncertain);
    text-underline-offset: 4px;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
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
