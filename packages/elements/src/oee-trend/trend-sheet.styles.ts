import { css } from 'lit';

/** The looks of the trend, loaded with it. */
export const styles = css`
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    margin-block-end: 4px;
  }
  .plot {
    direction: ltr;
    max-width: 960px;
    padding-right: 76px;
    cursor: pointer;
    touch-action: pan-y;
  }
  .plot > .caption {
    margin-block-start: 8px;
  }
  .plot svg {
    overflow: visible;
  }
  .plot > svg {
    width: 100%;
  }
  text {
    font: var(--twin-text-page-caption);
    font-variant-numeric: tabular-nums;
    fill: var(--twin-color-text-secondary);
  }
  .extreme,
  text.quiet {
    text-anchor: middle;
  }
  .last {
    text-anchor: end;
  }
  .now {
    font-weight: 700;
    fill: var(--twin-color-text-primary);
  }
  line,
  path {
    stroke: var(--twin-color-line-regular);
  }
  .target {
    stroke: var(--twin-color-text-primary);
    stroke-width: 1.25;
    stroke-dasharray: 2 2;
  }
  .bounds {
    fill: none;
    stroke: var(--twin-color-quality-uncertain);
    stroke-width: 1.5;
  }
  circle {
    fill: var(--twin-color-factor-value);
  }
  .open {
    fill: var(--twin-color-surface);
    stroke: var(--twin-color-factor-value);
    stroke-width: 2;
  }
  .chosen {
    fill: var(--twin-color-selection-wash);
  }
  .cursor {
    stroke: var(--twin-color-chart-cursor);
  }
  .full {
    stroke: var(--twin-color-line-strong);
  }
  .availability rect {
    fill: var(--twin-color-factor-availability);
  }
  .performance rect {
    fill: var(--twin-color-factor-performance);
  }
  .quality rect {
    fill: var(--twin-color-factor-quality);
  }
  .readout {
    min-height: 34px;
    margin-block-start: 4px;
    max-width: 960px;
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--twin-color-text-secondary);
  }
  @media (forced-colors: active) {
    .plot {
      background: var(--twin-color-surface);
      forced-color-adjust: none;
    }
  }
  @media print {
    .verb {
      display: none;
    }
  }
`;
