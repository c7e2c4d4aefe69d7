import { css } from '@lit/reactive-element/css-tag.js';
import { baseStyles } from './base.styles.js';

/** What elements with templates share: {@link baseStyles} and the plain parts of a page. */
export const hostStyles = css`
  ${baseStyles}
  p,
  .quiet {
    unicode-bidi: plaintext;
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
  @media print {
    tr,
    li {
      break-inside: avoid;
    }
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
`;
