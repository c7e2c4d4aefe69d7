import { css } from 'lit';

/** The looks of what is loaded with the picture. */
export const screenStyles = css`
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    margin-block-end: 8px;
  }
  h3 {
    flex: 1 0 auto;
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .buttons button {
    min-width: 28px;
    height: 28px;
    padding: 0 8px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    background: none;
    font: var(--twin-text-page-label);
    cursor: pointer;
    white-space: nowrap;
  }
  .buttons button[aria-pressed='true'] {
    background: var(--twin-color-inverse);
    color: var(--twin-color-text-inverse);
  }
  @media (pointer: coarse) {
    .buttons button {
      min-width: 44px;
      height: 44px;
    }
  }
  .plot {
    position: relative;
    overflow: hidden;
    direction: ltr;
    user-select: none;
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
    position: absolute;
    inset: 0;
    cursor: grab;
    /* One finger up and down scrolls the page, to the side it turns the picture; two fingers are the picture's. */
    touch-action: pan-y;
  }
  canvas:active {
    cursor: grabbing;
  }
  canvas:focus-visible {
    outline-offset: -2px;
  }
  .labels {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .label,
  .more,
  .over {
    border-radius: var(--twin-radius-small);
    background: var(--twin-color-surface-raised);
    font: var(--twin-text-page-label);
  }
  .label {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    width: max-content;
    max-width: min(440px, 100%);
    padding: 4px 8px;
    border: 1px solid var(--twin-color-line-regular);
    border-inline-start: 3px solid var(--_state);
    visibility: hidden;
    unicode-bidi: plaintext;
  }
  .label.chosen {
    border-color: var(--twin-color-selection);
    border-inline-start-color: var(--_state);
  }
  .label .state {
    color: var(--_text);
  }
  .sign {
    color: var(--_state);
  }
  .label.fault .state {
    font-weight: 700;
  }
  .alarm {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .waiting {
    font-weight: 700;
  }
  .more {
    position: absolute;
    inset-block-end: 8px;
    left: 8px;
    padding: 4px 8px;
    border: 1px solid var(--twin-color-line-regular);
  }
  .docked {
    inset-block-start: auto;
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 8px;
  }
  .docked .label,
  .docked .more {
    position: static;
    width: auto;
    max-width: none;
    visibility: visible !important;
    translate: none !important;
  }
  .over {
    position: absolute;
    inset-block-start: 8px;
    left: 50%;
    transform: translateX(-50%);
    max-width: calc(100% - 16px);
    padding: 4px 12px;
    border: 1px solid var(--twin-color-line-strong);
    color: var(--twin-color-text-secondary);
    pointer-events: none;
  }
  .legend {
    position: absolute;
    inset-block-start: 8px;
    left: 8px;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 8px;
    background: var(--twin-color-surface-raised);
    border: 1px solid var(--twin-color-line-regular);
    border-radius: var(--twin-radius-small);
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
    white-space: nowrap;
    pointer-events: none;
  }
  .ramp {
    display: flex;
    width: 112px;
    height: 10px;
    outline: 1px solid var(--twin-color-line-strong);
    forced-color-adjust: none;
  }
  .ramp i {
    flex: 1;
    background: var(--_step);
  }
  .list {
    position: absolute;
    inset-block: 8px;
    left: 8px;
    width: 260px;
    max-width: calc(100% - 16px);
    overflow: auto;
    padding: 4px;
    background: var(--twin-color-surface-raised);
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    direction: ltr;
  }
  :host(:dir(rtl)) .list {
    direction: rtl;
    left: auto;
    right: 8px;
  }
  /* Seen by those who use it; it is there for screen readers all the time. */
  .list:not(:focus) {
    opacity: 0;
    clip-path: inset(50%);
    pointer-events: none;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 8px;
    border-radius: var(--twin-radius-small);
    cursor: pointer;
  }
  .option .name {
    flex: 1;
    unicode-bidi: plaintext;
  }
  .option .state {
    color: var(--twin-color-text-secondary);
  }
  .option.active {
    outline: 1px solid var(--twin-color-focus);
    outline-offset: -1px;
  }
  .option[aria-selected='true'] {
    background: var(--twin-color-selection-wash);
  }
  .note {
    margin-block: 4px;
  }
  @media print {
    .buttons,
    .list {
      display: none;
    }
  }
`;
