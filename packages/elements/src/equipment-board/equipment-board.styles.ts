import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .board {
    display: flex;
    flex-direction: column;
    block-size: var(--twin-equipment-board-block-size, 480px);
  }
  /* The cell has the ring. */
  .board:focus-visible {
    outline: 0;
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
  /* Of one height whatever it says: the cells must not move when somebody points at one. */
  .readout {
    flex: none;
    block-size: 28px;
    padding-block-start: 6px;
    padding-inline-end: 112px;
    overflow: hidden;
    unicode-bidi: plaintext;
    color: var(--twin-color-text-secondary);
  }
  @container (inline-size < 960px) {
    .readout {
      block-size: 46px;
    }
  }
  @container (inline-size < 560px) {
    .readout {
      block-size: 64px;
      padding-inline-end: 0;
    }
  }
  .readout::after {
    content: attr(aria-label);
  }
  .board[hidden] {
    display: none;
  }
  .below > .table {
    margin-block-start: -26px;
    text-align: end;
  }
  @container (inline-size < 560px) {
    .below > .table {
      margin-block-start: 0;
    }
  }
  .bones {
    block-size: 120px;
    background: repeating-linear-gradient(var(--twin-color-line-hair) 0 12px, transparent 12px 24px);
  }
  @media print {
    .table > button {
      display: none;
    }
  }
`;
