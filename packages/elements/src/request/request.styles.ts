import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    /* Width where the page asks for that of the content, which a container has not. */
    contain-intrinsic-inline-size: 320px;
    min-height: 148px;
    padding: 12px 14px;
    background: var(--twin-request-background, var(--twin-color-surface));
  }
  .bone {
    display: block;
    width: 50%;
    height: 12px;
    margin-block: 8px;
    background: var(--twin-color-line-hair);
  }
`;
