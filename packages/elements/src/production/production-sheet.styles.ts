import { css } from 'lit';

/** The looks of figures and chart, loaded with them. */
export const styles = css`
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px 40px;
    margin-block-end: 12px;
  }
  .title {
    flex: 1 0 200px;
    min-width: 0;
  }
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 40px;
  }
  .figure {
    display: flex;
    flex-direction: column-reverse;
  }
  dt {
    unicode-bidi: plaintext;
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  dd {
    direction: ltr;
    font: var(--twin-text-page-value-medium);
    font-variant-numeric: inherit;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  :host(:dir(rtl)) dd {
    text-align: right;
  }
  .figure .unit {
    font-size: 13px;
  }
  .plot {
    position: relative;
    height: 330px;
    direction: ltr;
    touch-action: pan-y;
  }
  .plot.alone {
    height: 200px;
  }
  .readout {
    min-height: 34px;
    margin-block-start: 4px;
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--twin-color-text-secondary);
  }
  @container (max-width: 480px) {
    dl {
      display: grid;
      grid-template-columns: 1fr 1fr;
      width: 100%;
      gap: 8px 16px;
    }
  }
  :host([density='wall']) :is(h3, .title, .plot, .readout, .caption, .table) {
    display: none;
  }
  :host([density='wall']) .quiet {
    font-size: 24px;
    line-height: 34px;
  }
  :host([density='wall']) dl {
    display: block;
    flex: 1;
  }
  :host([density='wall']) .figure {
    flex-direction: row;
    justify-content: space-between;
    font-size: 24px;
    line-height: 34px;
  }
  :host([density='wall']) :is(dt, dd) {
    font: inherit;
  }
  :host([density='wall']) .figure:first-child {
    flex-direction: column-reverse;
  }
  :host([density='wall']) .figure:first-child dd {
    font-size: 72px;
    line-height: 76px;
    letter-spacing: -0.02em;
  }
  :host([density='wall']) .unit {
    font-size: 22px;
  }
  @media print {
    .verb {
      display: none;
    }
  }
`;
