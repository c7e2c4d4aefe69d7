import { css } from 'lit';

export const styles = css`
  [part='base'] {
    padding: 12px 14px;
    background: var(--twin-state-summary-background, var(--twin-color-surface));
  }
`;
