import { css } from 'lit';

export const styles = css`
  [part='base'] {
    padding: 12px 14px;
    background: var(--twin-stack-light-background, var(--twin-color-surface));
  }
`;
