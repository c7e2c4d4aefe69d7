import { css } from 'lit';

/** The looks of what is known of the selected alarms and of what can be done. */
export const panelStyles = css`
  .panel-place {
    flex: 0 1 auto;
    min-height: 96px;
    overflow-y: auto;
    border-block-start: 1px solid var(--twin-color-line-regular);
  }
  .panel {
    display: grid;
    gap: 8px;
    padding: 10px 12px;
  }
  h3 {
    display: flex;
    gap: 8px;
    font: var(--twin-text-page-title);
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  h3 .quiet {
    font: var(--twin-text-page-body);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
    gap: 4px 16px;
  }
  dt {
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .deeds,
  .deed {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .button,
  .deed input,
  .deed select {
    min-height: max(32px, var(--_target));
    padding: 0 12px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    background: var(--twin-color-surface-raised);
    font: inherit;
    color: inherit;
  }
  .button {
    cursor: pointer;
    white-space: nowrap;
  }
  .button:hover {
    background: var(--twin-color-selection-wash);
  }
  .main,
  .main:hover {
    border-color: var(--twin-color-inverse);
    background: var(--twin-color-inverse);
    color: var(--twin-color-text-inverse);
    font-weight: 700;
  }
  .main:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .why {
    flex: 1 1 180px;
    display: grid;
  }
  .deed > .choice {
    display: grid;
    gap: 0;
  }
  .deed input[aria-invalid='true'] {
    border: 2px solid var(--twin-color-quality-bad);
  }
  .mistake {
    flex: 1 0 100%;
    color: var(--twin-color-state-text-fault);
  }
  @media print {
    .deeds,
    .deed {
      display: none;
    }
  }
`;
