import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    --_kept: color-mix(in srgb, var(--twin-color-factor-value) 26%, transparent);
  }
  h3,
  h4 {
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  .skeleton > i {
    display: block;
    height: 12px;
    margin-block: 20px;
    background: var(--twin-color-line-hair);
  }
`;
