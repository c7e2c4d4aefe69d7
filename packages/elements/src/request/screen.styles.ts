import { css } from 'lit';

export const screenStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    margin-block-end: 8px;
  }
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  .now {
    white-space: nowrap;
  }
  .now > .figure,
  .change {
    font: var(--twin-text-page-value-small);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  label,
  legend {
    display: block;
    padding: 0;
    margin-block-end: 4px;
    font: var(--twin-text-page-label);
    color: var(--twin-color-text-secondary);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  input[type='number'],
  input[type='text'],
  .button,
  .choice {
    min-width: 44px;
    min-height: 44px;
    padding: 0 12px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    background: var(--twin-color-surface-raised);
    color: inherit;
    font: inherit;
  }
  input[type='number'] {
    width: 7em;
    text-align: end;
    font: var(--twin-text-page-value-small);
    appearance: textfield;
  }
  input::-webkit-inner-spin-button {
    appearance: none;
  }
  input[type='text'] {
    width: 100%;
  }
  input[aria-invalid='true'] {
    border: 2px solid var(--twin-color-quality-bad);
  }
  .stepper {
    display: flex;
    gap: 4px;
    align-items: center;
  }
  .button {
    cursor: pointer;
    white-space: nowrap;
  }
  .button:hover,
  .choice:hover {
    background: var(--twin-color-selection-wash);
  }
  .main {
    padding-inline: 20px;
    border-color: var(--twin-color-inverse);
    background: var(--twin-color-inverse);
    color: var(--twin-color-text-inverse);
    font-weight: 700;
  }
  .main:hover {
    background: var(--twin-color-inverse);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .choice input {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--twin-color-text-primary);
  }
  .choice:has(:checked) {
    border-color: var(--twin-color-selection);
    box-shadow: inset 0 0 0 1px var(--twin-color-selection);
    font-weight: 700;
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--twin-color-focus);
    outline-offset: 2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .caption {
    margin-block-start: 4px;
  }
  .mistake,
  .refused,
  .timedOut {
    color: var(--twin-color-state-text-fault);
  }
  .timedOut {
    color: var(--twin-color-text-primary);
  }
  .mistake {
    margin-block-start: 4px;
  }
  .change {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    margin-block-end: 12px;
  }
  .change > .to {
    font: var(--twin-text-page-value-medium);
    font-weight: 700;
  }
  .change > svg {
    align-self: center;
  }
  :host(:dir(rtl)) .change > svg {
    transform: scaleX(-1);
  }
  .why {
    margin-block-end: 12px;
  }
  .last {
    margin-block-start: 8px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .status {
    display: grid;
    grid-template-columns: 16px 1fr;
    gap: 0 8px;
    align-items: center;
    margin-block-start: 12px;
    padding-block: 8px;
    border-block-start: 1px solid var(--twin-color-line-hair);
  }
  .status > svg {
    align-self: start;
    margin-block-start: 1px;
  }
  .status > :not(svg, b, p:first-of-type) {
    grid-column: 2;
  }
  .bar {
    display: block;
    height: 4px;
    margin-block-start: 6px;
    background: var(--twin-color-surface-sunken);
  }
  .bar::before {
    content: '';
    display: block;
    height: 100%;
    width: calc(100% * var(--_share));
    background: var(--twin-color-text-secondary);
  }
  .pending:focus,
  [tabindex='-1']:focus-visible {
    outline: 2px solid var(--twin-color-focus);
    outline-offset: 2px;
  }
  /* One field a line, and hands reach all of it. */
  @container (max-width: 300px) {
    .actions > .button,
    .fields > .button {
      flex: 1 0 100%;
    }
    .stepper {
      flex: 1;
    }
    .stepper > input {
      flex: 1;
      width: 0;
    }
  }
  @media (forced-colors: active) {
    .bar::before {
      background: CanvasText;
    }
    .main {
      border-width: 3px;
    }
  }
  @media print {
    form,
    .actions {
      display: none;
    }
  }
`;
