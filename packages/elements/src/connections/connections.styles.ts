import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  /* As wide as its words, in a row with others too. */
  :host([density='compact']) {
    container-type: normal;
  }
  h3 {
    margin-block-end: 4px;
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  .summary {
    color: var(--twin-color-text-secondary);
    line-height: 28px;
    white-space: nowrap;
  }
  .summary svg {
    display: inline-block;
    margin-inline-end: 6px;
    vertical-align: -1px;
    color: var(--_state);
  }
  ul {
    list-style: none;
  }
  .connection + .connection {
    border-block-start: 1px solid var(--twin-color-line-hair);
  }
  .line {
    display: grid;
    grid-template-columns: 14px minmax(96px, 1fr) minmax(120px, 1fr) 148px 136px 80px 72px;
    align-items: baseline;
    gap: 0 12px;
    min-height: 28px;
    padding-block: 5px;
  }
  .line > .glyph {
    align-self: center;
    color: var(--_state);
  }
  .name {
    overflow-wrap: anywhere;
  }
  .name > b {
    font-weight: 700;
  }
  .word {
    color: var(--_text);
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .number > .caption {
    margin-inline-start: 4px;
  }
  .detail {
    margin-inline-start: 26px;
    padding-block-end: 6px;
    overflow-wrap: anywhere;
    color: var(--twin-color-text-secondary);
  }
  .line > .quiet {
    grid-column: 4 / -1;
    text-align: end;
  }
  .failed {
    background: var(--_wash);
    margin-inline: -14px;
    padding-inline: 14px;
  }
  .failed > .detail {
    color: var(--twin-color-text-primary);
  }
  details {
    margin-inline-start: 26px;
  }
  summary {
    min-height: 28px;
    line-height: 28px;
    width: max-content;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  table {
    width: 100%;
    margin-block: 4px 12px;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 4px 12px 4px 0;
    border-block-start: 1px solid var(--twin-color-line-hair);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    border: 0;
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  td:first-child {
    white-space: nowrap;
  }
  code {
    font: 12px/18px var(--twin-font-mono);
  }
  .skeleton {
    width: 60%;
    height: 12px;
    margin-block: 8px;
    background: var(--twin-color-line-hair);
  }
  /* Halve the width: the counts go to lines of their own, the table becomes a list. */
  @container (max-width: 740px) {
    .line {
      grid-template-columns: 14px 1fr 1fr;
    }
    .word {
      text-align: end;
    }
    .number {
      text-align: start;
    }
    .number:nth-of-type(odd) {
      grid-column: 2;
    }
    .line > .quiet {
      grid-column: 2 / -1;
      text-align: start;
    }
  }
  @container (max-width: 520px) {
    thead {
      display: none;
    }
    tr,
    td {
      display: block;
      border: 0;
      padding-block: 0;
    }
    tr {
      border-block-start: 1px solid var(--twin-color-line-hair);
      padding-block: 4px;
    }
    /* The captions stand in a column of their own, so that what wraps is told apart. */
    td[data-caption] {
      display: grid;
      grid-template-columns: 52px 1fr;
      align-items: baseline;
    }
    td[data-caption]::before {
      content: attr(data-caption);
      font: var(--twin-text-page-caption);
      color: var(--twin-color-text-secondary);
    }
  }
`;
