import { css } from 'lit';

/** The looks of the explanations, loaded with them. */
export const explanationStyles = css`
  .explanation {
    padding-block: 4px 16px;
    color: var(--twin-color-text-secondary);
  }
  .explanation > p {
    max-width: 72ch;
    overflow-wrap: anywhere;
  }
  .explanation table {
    margin-block: 8px;
    border-collapse: collapse;
  }
  /* Stronger than the table of the figures, in which most of these stand. */
  .explanation table :is(th, td) {
    height: 24px;
    padding: 0;
    padding-inline-start: 16px;
    border: 0;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .explanation table :is(th, td):first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  .explanation table thead th {
    font: var(--twin-text-page-caption);
  }
  .explanation table tbody > :last-child > * {
    border-block-end: 0;
    border-block-start: 1px solid var(--twin-color-line-hair);
    color: var(--twin-color-text-primary);
  }
`;
