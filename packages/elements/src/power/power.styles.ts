import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .heading {
    display: flex;
    align-items: flex-end;
    gap: 24px 40px;
    margin-block-end: 12px;
  }
  .title {
    flex: 1;
    min-width: 0;
  }
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  dl {
    display: flex;
    gap: 16px 40px;
  }
  .figure {
    display: flex;
    flex-direction: column-reverse;
    white-space: nowrap;
  }
  .figure dt {
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  .figure dd {
    direction: ltr;
    font: var(--twin-text-page-value-medium);
    letter-spacing: -0.01em;
  }
  :host(:dir(rtl)) .figure dd {
    text-align: right;
  }
  .figure .unit {
    font-size: 13px;
  }
  .plot {
    position: relative;
    height: var(--twin-power-height, 300px);
    direction: ltr;
    touch-action: pan-y;
  }
  .table {
    margin-block-start: 8px;
  }
  .bone {
    display: block;
    width: 72px;
    height: 8px;
    margin-block: 11px;
    background: var(--twin-color-line-hair);
  }
  .bone.plot {
    width: 100%;
    height: 1px;
    margin-block: 270px 29px;
  }
  @container (max-width: 720px) {
    .heading {
      flex-direction: column;
      align-items: stretch;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(4, auto);
    }
  }
  @container (max-width: 600px) {
    dl {
      grid-template-columns: 1fr 1fr;
    }
  }
  /* The kit of charts paints letters of 11 px: on a wall these are 20. */
  :host([density='wall']) {
    zoom: 1.82;
  }
  :host([density='wall']) .plot:not(.bone) {
    height: var(--twin-power-height, 138px);
    margin-block-start: -10px;
  }
  :host([density='wall']) :is(.heading, dl) {
    display: flex;
    flex-direction: row;
    align-items: baseline;
    gap: 12px;
    margin-block: -6px 2px;
  }
  :host([density='wall']) .title {
    flex: none;
  }
  :host([density='wall']) h3 {
    font-size: 14px;
    font-weight: 400;
  }
  :host([density='wall']) dt {
    font: var(--twin-text-page-label);
  }
  :host([density='wall']) .figure {
    flex-direction: row-reverse;
    align-items: baseline;
    gap: 4px;
  }
  :host([density='wall']) .figure + .figure dd {
    font: var(--twin-text-page-label);
  }
  :host([density='wall']) :is(.caption, .table, .figure:first-child dt, .figure:nth-child(n + 3)) {
    display: none;
  }
  @media print {
    .verb {
      display: none;
    }
  }
`;
