import { css } from 'lit';

/** The looks of the list of problems, loaded with it. */
export const problemListStyles = css`
  .problems {
    margin-block-end: var(--twin-space-4);
    padding: var(--twin-space-2) var(--twin-space-3);
    background: var(--twin-color-surface);
    border-inline-start: 3px solid var(--twin-color-quality-bad);
  }
  summary {
    min-height: 28px;
    line-height: 28px;
    cursor: pointer;
  }
  strong {
    font-weight: 700;
  }
  ul {
    list-style: none;
    margin-block: var(--twin-space-1) var(--twin-space-2);
  }
  li {
    padding-block: var(--twin-space-2);
    border-block-start: 1px solid var(--twin-color-line-hair);
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--twin-font-mono);
    font-size: 12px;
    font-weight: 700;
  }
  @media print {
    .problems {
      display: none;
    }
  }
`;
