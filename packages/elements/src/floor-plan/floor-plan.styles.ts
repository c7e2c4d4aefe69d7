import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    container-type: inline-size;
  }
  .bone {
    display: block;
    height: 260px;
    background: var(--twin-color-surface-sunken);
  }
`;
