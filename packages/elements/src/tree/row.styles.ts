import { css } from 'lit';

/** The looks of what is loaded with the tree. */
export const rowStyles = css`
  .filter {
    flex: none;
    width: 100%;
    min-height: max(28px, var(--_row));
    padding: 0 8px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    background: var(--twin-color-surface);
    font: inherit;
    color: inherit;
    margin-block-end: 8px;
  }
  .filter::placeholder {
    color: var(--twin-color-text-secondary);
    opacity: 1;
  }
  .rows {
    position: relative;
    flex: 1 1 auto;
    min-height: 0;
    height: calc(var(--_count) * var(--_row));
    overflow-y: auto;
  }
  .end {
    position: absolute;
    inset-block-start: calc(var(--_count) * var(--_row) - 1px);
    width: 1px;
    height: 1px;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--_index) * var(--_row));
    height: var(--_row);
    padding-inline: calc((var(--_level) - 1) * var(--_indent)) 8px;
    display: flex;
    align-items: center;
    gap: 8px;
    cursor: default;
    white-space: nowrap;
  }
  .row:hover {
    background: var(--twin-color-selection-wash);
  }
  .row[aria-selected='true'] {
    background: var(--twin-color-selection-wash);
    box-shadow: inset 0 0 0 2px var(--twin-color-selection);
  }
  .row:focus-visible {
    outline-offset: -2px;
    z-index: 1;
  }
  /* Two rings in one place would be one: the keyboard's stands inside. */
  .row[aria-selected='true']:focus-visible {
    outline-offset: -5px;
  }
  .fold {
    flex: none;
    align-self: stretch;
    width: 20px;
    margin-inline-end: -8px;
    display: grid;
    place-items: center;
    color: var(--twin-color-text-secondary);
  }
  :host([density='touch']) .fold {
    width: 44px;
  }
  .fold svg {
    transform: rotate(-90deg);
  }
  :host(:dir(rtl)) [aria-expanded='false'] > .fold svg {
    transform: rotate(90deg);
  }
  [aria-expanded='true'] > .fold svg {
    transform: none;
  }
  .icon {
    color: var(--twin-color-text-tertiary);
  }
  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  [aria-expanded] > .name {
    font-weight: 700;
  }
  .short {
    display: none;
  }
  .count {
    color: var(--twin-color-text-secondary);
  }
  .state {
    flex: none;
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_text);
  }
  .state > svg {
    color: var(--_state);
  }
  .state.loud {
    padding: 1px 6px;
    margin-inline-end: -6px;
    border-radius: var(--twin-radius-small);
    background: var(--_wash);
  }
  .state[data-state='fault'].loud {
    background: var(--_state);
    color: var(--_on);
  }
  .state[data-state='fault'].loud > svg {
    color: inherit;
  }
  :host([density='compact']) .state.loud {
    padding-block: 0;
  }
  @container (max-width: 300px) {
    .long,
    .word {
      display: none;
    }
    .short {
      display: inline;
    }
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .filter {
      display: none;
    }
  }
`;
