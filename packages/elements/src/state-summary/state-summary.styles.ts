import { css } from 'lit';

export const styles = css`
  :host {
    max-inline-size: 520px;
    background: var(--twin-state-summary-background, transparent);
  }
  :host([now]) {
    max-inline-size: none;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    margin-block-end: 8px;
  }
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  canvas {
    display: block;
    inline-size: 100%;
    block-size: 20px;
  }
  table {
    inline-size: 100%;
    margin-block-start: 4px;
    border-collapse: collapse;
  }
  th,
  td {
    block-size: 28px;
    padding-block: 0;
    padding-inline: 16px 0;
    border-block-end: 1px solid var(--twin-color-line-hair);
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  /* A number before its unit, whatever the direction of the page. */
  td {
    direction: ltr;
  }
  :host(:dir(rtl)) :is(td, thead th) {
    text-align: right;
  }
  tr > :first-child {
    inline-size: 40%;
    padding: 0;
    text-align: start;
  }
  thead th {
    block-size: 24px;
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  tbody tr:last-child > * {
    border-color: var(--twin-color-line-strong);
  }
  tfoot :is(th, td) {
    border: 0;
    font-weight: 700;
  }
  .glyph {
    display: inline-block;
    margin-inline-end: 4px;
    vertical-align: -2px;
    color: var(--_state);
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    list-style: none;
  }
  li {
    white-space: nowrap;
  }
  li > span {
    margin-inline-start: 2px;
    color: var(--twin-color-text-secondary);
  }
  :host([density='wall']) ul {
    gap: 8px 32px;
    font-size: 28px;
    line-height: 40px;
  }
  :host([density='wall']) .glyph {
    inline-size: 32px;
    block-size: 32px;
    margin-inline-end: 8px;
    vertical-align: -6px;
  }
  :host([density='wall']) li > span {
    font-size: 24px;
  }
  .bones > i {
    display: block;
    block-size: 12px;
    margin-block: 8px;
    background: var(--twin-color-line-hair);
  }
`;
