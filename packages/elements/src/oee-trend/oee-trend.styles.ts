import { css } from 'lit';

export const styles = css`
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  .bone {
    display: block;
    height: 1px;
    margin-block: 40px 97px;
    background: var(--twin-color-line-regular);
  }
`;
