import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    --_target: 28px;
  }
  :host([density='touch']) {
    --_target: 44px;
  }
  [part='base'] {
    display: grid;
    gap: 12px;
    background: var(--twin-clock-background, transparent);
  }
  [part='now'],
  [part='range'],
  [part='replay'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }
  .time {
    font: var(--twin-text-page-value-medium);
    white-space: nowrap;
  }
  .seconds {
    font-size: 0.62em;
    color: var(--twin-color-text-secondary);
  }
  .words > div {
    display: inline;
    margin-inline-end: 8px;
  }
  .left {
    margin-inline-start: 8px;
    white-space: nowrap;
  }
  .bar {
    display: block;
    block-size: 3px;
    margin-block-start: 3px;
    background: linear-gradient(currentcolor, currentcolor) var(--twin-color-line-regular) no-repeat 0 /
      calc(var(--_done) * 100%) 100%;
  }
  [part='mode'] {
    margin-inline-start: auto;
  }
  .past {
    padding: 3px 8px;
    border-radius: 2px;
    background: var(--twin-color-inverse);
    color: var(--twin-color-text-inverse);
    font-weight: 700;
  }
  button {
    min-inline-size: var(--_target);
    block-size: var(--_target);
    padding: 0 10px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: 2px;
    background: none;
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover {
    background: var(--twin-color-selection-wash);
  }
  button:disabled {
    border-color: var(--twin-color-line-regular);
    color: var(--twin-color-text-tertiary);
    background: none;
    cursor: default;
  }
  .step {
    padding: 0;
    font: var(--twin-text-page-title);
  }
  .segments {
    display: inline-flex;
  }
  .segments > button + button {
    margin-inline-start: -1px;
  }
  [aria-pressed='true'] {
    box-shadow: inset 0 0 0 1px var(--twin-color-selection);
    border-color: var(--twin-color-selection);
    z-index: 1;
  }
  button:focus-visible {
    z-index: 2;
  }
  .segments > button {
    position: relative;
    unicode-bidi: plaintext;
  }
  .steps {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .track {
    display: flex;
    flex: 1 1 240px;
    align-items: center;
    gap: 8px;
  }
  input {
    flex: 1;
    min-inline-size: 80px;
    block-size: var(--_target);
    margin: 0;
    background: none;
    appearance: none;
    cursor: pointer;
    touch-action: pan-y;
  }
  input::-webkit-slider-runnable-track {
    block-size: 3px;
    background: var(--twin-color-line-strong);
  }
  input::-moz-range-track {
    block-size: 3px;
    background: var(--twin-color-line-strong);
  }
  input::-webkit-slider-thumb {
    inline-size: 8px;
    block-size: 20px;
    margin-block-start: -8.5px;
    border-radius: 2px;
    background: var(--twin-color-text-primary);
    appearance: none;
  }
  input::-moz-range-thumb {
    inline-size: 8px;
    block-size: 20px;
    border: 0;
    border-radius: 2px;
    background: var(--twin-color-text-primary);
  }
  @container (min-width: 900px) {
    :host(:not([display='dial'])) [part='base'] {
      grid-template-columns: minmax(0, 1fr) max-content;
    }
    [part='replay'] {
      grid-column: 1 / -1;
    }
  }
  .bone {
    display: block;
    inline-size: 180px;
    block-size: 26px;
    background: var(--twin-color-line-hair);
  }
  :host([display='dial']) [part='now'] {
    gap: 4px 24px;
  }
  :host([display='dial']) .time {
    font-size: 72px;
    line-height: 76px;
    letter-spacing: -0.02em;
  }
  :host([display='dial']) :is(.words, .past) {
    font: var(--twin-text-page-value-medium);
  }
  :host([display='dial']) :is(.seconds, .left, .quiet[part='mode']) {
    display: none;
  }
  :host([display='dial']) .words > div {
    display: block;
  }
  .dial {
    inline-size: var(--twin-clock-dial-size, 104px);
    fill: none;
    stroke: currentcolor;
    stroke-width: 4;
  }
  .arc {
    stroke-width: 6;
  }
  .rest {
    stroke: var(--twin-color-line-strong);
  }
  .ticks {
    stroke: var(--twin-color-text-secondary);
    stroke-width: 1.5;
  }
  .hours {
    stroke-width: 6;
  }
  .dial circle {
    fill: currentcolor;
    stroke: none;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    .bar {
      background: linear-gradient(CanvasText, CanvasText) GrayText no-repeat 0 / calc(var(--_done) * 100%)
        100%;
      forced-color-adjust: none;
    }
    input {
      forced-color-adjust: none;
    }
    input::-webkit-slider-runnable-track {
      background: GrayText;
    }
    input::-webkit-slider-thumb {
      background: CanvasText;
    }
    input::-moz-range-track {
      background: GrayText;
    }
    input::-moz-range-thumb {
      background: CanvasText;
    }
  }
  @media print {
    .bar {
      print-color-adjust: exact;
    }
    [part='replay'],
    button {
      display: none;
    }
  }
`;
