import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  /* Figures run from left to right in every language. */
  .value,
  .share,
  .lost {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .sheet {
    display: flex;
    flex-wrap: wrap;
    gap: 24px 56px;
  }
  .figure {
    flex: 0 1 400px;
    min-width: min(100%, 280px);
  }
  .head {
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
  .head > span,
  .factor > .lost {
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
  }
  .value-row {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 4px 16px;
    margin-block-end: 18px;
  }
  .value {
    font: var(--twin-text-page-value-large);
    font-variant-numeric: inherit;
    line-height: 44px;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }
  .value > .unit {
    font-size: 18px;
    margin-inline-start: 2px;
  }
  .beside {
    margin-inline-start: auto;
    line-height: 17px;
    text-align: end;
  }
  .beside > b {
    font-weight: 400;
    color: var(--twin-color-text-primary);
  }

  .bars {
    position: relative;
  }
  .factor {
    display: grid;
    grid-template-columns: minmax(max-content, 44fr) 18fr minmax(max-content, 38fr);
    align-items: baseline;
    row-gap: 3px;
    margin-block-end: 10px;
  }
  /* The line of the target runs behind the labels. */
  .factor > span {
    position: relative;
    z-index: 1;
    justify-self: start;
  }
  .factor > .share {
    justify-self: end;
    font-size: 15px;
    line-height: 17px;
  }
  .factor > .lost {
    justify-self: end;
  }
  .bar {
    grid-column: 1 / -1;
    position: relative;
    height: 12px;
    direction: ltr;
    --_kept-color: color-mix(in srgb, var(--twin-color-factor-value) 32%, transparent);
  }
  .bar.last {
    --_kept-color: var(--twin-color-factor-value);
  }
  .bar::before,
  .bar::after {
    content: '';
    position: absolute;
    inset-block: 0;
    left: 0;
    width: calc(var(--_kept) * 100%);
    background: var(--_kept-color);
  }
  .bar::after {
    left: calc(var(--_kept) * 100% + 0.7px);
    width: max(calc((var(--_before) - var(--_kept)) * 100% - 0.7px), 0px);
    background: var(--_factor);
  }
  [data-factor='availability'] {
    --_factor: var(--twin-color-factor-availability);
  }
  [data-factor='performance'] {
    --_factor: var(--twin-color-factor-performance);
  }
  [data-factor='quality'] {
    --_factor: var(--twin-color-factor-quality);
  }
  .points {
    color: var(--_factor);
  }
  .target {
    position: absolute;
    inset-block: 14px 2px;
    left: calc(var(--_at) * 100%);
    width: 1.5px;
    background: repeating-linear-gradient(var(--twin-color-text-primary) 0 2px, transparent 2px 4px);
  }
  .foot {
    position: relative;
    height: 16px;
    margin-block-start: -8px;
    direction: ltr;
  }
  .two,
  .swapped {
    height: 30px;
  }
  .foot > .caption {
    position: absolute;
    inset-block-start: 2px;
    white-space: nowrap;
  }
  .foot > .before {
    right: calc((1 - var(--_at)) * 100% + 5px);
  }
  .foot > .after {
    left: calc(var(--_at) * 100% + 5px);
  }
  .foot > .target-label {
    color: var(--twin-color-text-primary);
  }
  .two > .target-label,
  .swapped > .bracket + .caption {
    inset-block-start: 16px;
  }
  /* The line of the target ends above the bounds that it would run through. */
  .bars:has(.swapped) > .target {
    inset-block-end: 16px;
  }
  .bracket {
    position: absolute;
    inset-block-start: 0;
    left: calc(var(--_low) * 100%);
    width: max(calc((var(--_high) - var(--_low)) * 100%), 3px);
    height: 6px;
    border: 1.5px solid var(--twin-color-quality-uncertain);
    border-block-start: 0;
  }
  .remark {
    margin-block-start: 12px;
    max-width: 60ch;
  }
  .figure > .verb {
    margin-block-start: 12px;
  }

  .explanation {
    flex: 1 1 480px;
    min-width: 0;
    max-width: 800px;
  }
  .explanation[hidden] {
    display: none;
  }
  .stale-value {
    color: var(--twin-color-text-tertiary);
    text-decoration: underline dotted 1px var(--twin-color-quality-uncertain);
    text-underline-offset: 6px;
  }
  .skeleton {
    max-width: 400px;
    margin-block-start: 12px;
  }
  .skeleton > * {
    display: block;
    height: 12px;
    margin-block-end: 16px;
    background: var(--twin-color-line-hair);
  }
  .skeleton > :first-child {
    width: 140px;
    height: 36px;
  }
  @media (forced-colors: active) {
    .target {
      forced-color-adjust: none;
      background: repeating-linear-gradient(CanvasText 0 2px, transparent 2px 4px);
    }
    .bar {
      --_kept-color: GrayText;
    }
    .bar.last {
      --_kept-color: CanvasText;
    }
    .bar::before,
    .bar::after {
      forced-color-adjust: none;
    }
  }
  @media print {
    .target,
    .bar::before,
    .bar::after {
      print-color-adjust: exact;
    }
    .explanation[hidden] {
      display: block;
    }
    .verb {
      display: none;
    }
  }
`;
