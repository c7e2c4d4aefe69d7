import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: var(--twin-equipment-board-block-size, 480px);
    min-block-size: 80px;
  }
  .board {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
  }
  .view {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    scrollbar-gutter: stable;
  }
  .view::after {
    content: '';
    display: block;
    block-size: var(--_more, 0);
  }
  canvas {
    display: block;
    position: sticky;
    inset-block-start: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .readout {
    flex: none;
    min-block-size: 28px;
    padding-block-start: 6px;
    padding-inline-end: 112px;
    color: var(--twin-color-text-secondary);
  }
  .readout::after {
    content: attr(aria-label);
  }
  .board[hidden] {
    display: none;
  }
  .table {
    margin-block-start: -28px;
    text-align: end;
  }
  .bones {
    block-size: 100%;
    background: repeating-linear-gradient(var(--twin-color-line-hair) 0 12px, transparent 12px 24px);
  }
  @media print {
    .table > button {
      display: none;
    }
  }
`;
