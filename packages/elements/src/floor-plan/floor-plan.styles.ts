import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    container-type: inline-size;
    /* Width where the page asks for that of the content, which a container has not. */
    contain-intrinsic-inline-size: 480px;
  }
  .bone {
    display: block;
    height: 260px;
    background: var(--twin-color-surface-sunken);
  }
`;
