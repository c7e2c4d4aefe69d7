import { css } from 'lit';

export const styles = css`
  :host {
    --_column: 272px;
  }
  :host([density='compact']) {
    --_column: 164px;
  }
  :host([density='touch']) {
    --_column: 304px;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--twin-space-2) var(--twin-space-4);
    margin-block-end: var(--twin-space-3);
  }
  select,
  input {
    min-height: 28px;
    padding-inline: 4px;
    font: inherit;
    color: inherit;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    background: var(--twin-color-surface);
  }
  .group + .group {
    margin-block-start: 16px;
  }
  .heading {
    display: flex;
    gap: 8px;
    margin-block-end: 4px;
  }
  .heading > b {
    font-weight: 700;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(var(--twin-equipment-grid-column, var(--_column)), 100%), 1fr)
    );
  }
  /* Inside the tile: beside it, a width of broken pixels would swallow some of the lines. */
  .tile {
    box-shadow: inset -1px -1px 0 var(--twin-color-line-hair);
  }
  .message {
    padding: var(--twin-space-3) 14px;
    background: var(--twin-color-surface);
  }
  :host([density='touch']) :is(select, input) {
    min-height: 44px;
  }
  @media print {
    .controls {
      display: none;
    }
    .heading {
      break-after: avoid;
    }
  }
`;
