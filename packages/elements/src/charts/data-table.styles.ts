import { css } from 'lit';

/** The looks of {@link dataTable}. */
export const dataTableStyles = css`
  .table {
    margin-top: 8px;
  }
  .scroll {
    max-height: 340px;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    height: 24px;
    padding-block: 0;
    padding-inline: 24px 0;
    border-bottom: 1px solid var(--twin-color-line-hair);
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--twin-color-surface);
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  tr > :first-child,
  tr > .words {
    text-align: start;
  }
  @media print {
    .table > button {
      display: none;
    }
    .scroll {
      max-height: none;
    }
  }
`;
