import { css } from 'lit';

/** The looks of the explanation, loaded with it. */
export const explanationStyles = css`
  h4 {
    display: inline;
    margin-inline-end: 8px;
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  table {
    width: 100%;
    margin-block: 8px 12px;
    border-collapse: collapse;
  }
  th,
  td {
    height: 24px;
    padding: 0;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  thead th {
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
    padding-inline-start: 12px;
  }
  tbody th {
    text-align: inherit;
    white-space: normal;
    color: var(--twin-color-text-secondary);
  }
  thead th,
  tbody td {
    unicode-bidi: plaintext;
  }
  tbody td {
    padding-inline-start: 12px;
  }
  .loss > th {
    padding-inline-start: 20px;
  }
  th > .verb {
    min-height: 24px;
    text-align: inherit;
    text-decoration-color: var(--twin-color-line-regular);
  }
  .stretch > * {
    height: 20px;
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--twin-color-text-secondary);
  }
  .stretch > th {
    padding-inline-start: 20px;
    unicode-bidi: plaintext;
  }
  .below {
    display: block;
    margin-block: 20px 0;
    font: var(--twin-text-page-body);
    font-weight: 700;
  }
  .machines,
  .counts {
    width: auto;
  }
  .machines td,
  .counts td,
  .machines thead th,
  .counts thead th {
    padding-inline-start: 24px;
  }
  .machines th:first-child,
  .counts th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  .words {
    text-align: start;
    white-space: normal;
  }
  .stretch b {
    display: block;
    height: 20px;
    margin-inline-start: calc(var(--_from) * 100%);
    border-inline-start: 1px solid var(--twin-color-line-regular);
  }
  .words .mark {
    margin-inline-start: 0;
  }
  .rules {
    max-width: 80ch;
  }
  .mark {
    display: inline-block;
    width: 20px;
    margin-inline-start: -20px;
    color: var(--_state);
  }
  .mark svg {
    display: inline-block;
    vertical-align: -1px;
  }
  .total > * {
    border-block-start: 1px solid var(--twin-color-line-hair);
  }
  .total:first-child > * {
    border: 0;
  }
  .total > th {
    color: var(--twin-color-text-primary);
  }
  .total > th,
  .total > td:nth-child(2),
  .counts .total > td {
    font-weight: 700;
  }
  .total .mark {
    display: none;
  }
  .factor-line {
    display: block;
    margin-block-end: 4px;
    font-weight: 400;
    unicode-bidi: plaintext;
  }
  [part='table'] td:nth-child(3) {
    color: var(--twin-color-text-secondary);
  }
  .drawing {
    width: 40%;
    padding-inline-start: 16px;
    direction: ltr;
  }
  .drawing > i {
    display: block;
    height: 12px;
    margin-inline-start: calc(var(--_from) * 100%);
    width: calc((var(--_to) - var(--_from)) * 100%);
    background: var(--_state, var(--twin-color-loss-schedule));
  }
  .total .drawing > i {
    background: color-mix(in srgb, var(--twin-color-factor-value) 32%, transparent);
  }
  [data-key='goodTime'] .drawing > i {
    background: var(--twin-color-factor-value);
  }
  [data-key='speedLoss'] .drawing > i {
    background: var(--twin-color-loss-speed);
  }
  [data-key='defects'] .drawing > i {
    background: var(--twin-color-loss-defect);
  }
  .gain .drawing > i {
    background: none;
    outline: 1px solid var(--twin-color-loss-speed);
    outline-offset: -1px;
  }
  [data-key='unknown'] .drawing > i {
    background: none;
    outline: 1px dashed var(--twin-color-state-unknown);
    outline-offset: -1px;
    min-width: 4px;
  }
  /* Half the height of the rows round it, so that each loss is tied to where the total above it ended. */
  .loss .drawing > i {
    position: relative;
  }
  .loss .drawing > i::before {
    content: '';
    position: absolute;
    right: 0;
    bottom: 100%;
    height: 12px;
    border-right: 1px solid var(--twin-color-line-regular);
  }
  /* Halve the width: the drawing is dropped, the figures stay. */
  @container (max-width: 430px) {
    .drawing,
    thead td,
    .machines tr > :nth-child(2) {
      display: none;
    }
    .machines td,
    .machines thead th,
    .counts td,
    .counts thead th {
      padding-inline-start: 12px;
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .drawing > i {
      forced-color-adjust: none;
    }
    .total .drawing > i {
      background: GrayText;
    }
    [data-key='goodTime'] .drawing > i {
      background: CanvasText;
    }
  }
  @media print {
    .drawing > i {
      print-color-adjust: exact;
    }
    /* The name of a loss, whoever opens it. */
    th > .verb {
      display: inline;
      text-decoration: none;
    }
  }
`;
