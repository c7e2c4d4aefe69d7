import { css } from 'lit';

/** The looks of what stands above the rows. */
export const toolStyles = css`
  .flood {
    flex: none;
    padding: 8px 12px;
    background: var(--twin-color-inverse);
    color: var(--twin-color-text-inverse);
    font-weight: 700;
  }
  .views {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    padding-inline: 4px;
    border-block-end: 1px solid var(--twin-color-line-hair);
  }
  .view {
    min-height: max(36px, var(--_target));
    padding: 0 10px;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    cursor: pointer;
    white-space: nowrap;
  }
  .view[aria-pressed='true'] {
    border-block-end-color: var(--twin-color-selection);
    font-weight: 700;
  }
  .view:hover {
    background: var(--twin-color-selection-wash);
  }
  .count {
    color: var(--twin-color-text-secondary);
    font-weight: 400;
  }
  .tools {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 12px;
    padding: 8px 12px;
  }
  .search {
    flex: 1 1 140px;
    min-width: 0;
    max-width: 280px;
  }
  .search,
  .choice > select,
  .priority-filter {
    min-height: var(--_target);
    padding: 0 8px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    background: var(--twin-color-surface-raised);
    font: inherit;
    color: inherit;
  }
  .search::placeholder {
    color: var(--twin-color-text-secondary);
    opacity: 1;
  }
  .priorities {
    display: flex;
  }
  .priority-filter {
    display: flex;
    align-items: center;
    gap: 5px;
    min-width: 44px;
    cursor: pointer;
    white-space: nowrap;
  }
  .priority-filter + .priority-filter {
    margin-inline-start: -1px;
  }
  .priority-filter[aria-pressed='true'] {
    position: relative;
    box-shadow: inset 0 0 0 2px var(--twin-color-selection);
    background: var(--twin-color-selection-wash);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  @container (max-width: 760px) {
    .views {
      gap: 0;
      padding-inline: 0;
    }
    .view {
      padding-inline: 7px;
    }
    .tools {
      gap: 8px;
      padding-inline: 8px;
    }
    .priorities {
      flex: 1;
    }
    .priority-filter {
      flex: 1;
      justify-content: center;
    }
    .tools > .choice {
      flex: 1 1 88px;
      min-width: 0;
    }
    .tools > .choice > select {
      width: 100%;
      min-width: 0;
      padding-inline: 2px;
    }
    .tools .caption {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  .message {
    padding: 16px 12px;
  }
  .lost {
    flex: none;
    padding: 8px 12px;
    color: var(--twin-color-state-text-fault);
  }
  @media print {
    .tools {
      display: none;
    }
  }
`;
