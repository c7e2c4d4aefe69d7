import { css } from 'lit';

export const styles = css`
  :host {
    min-width: 0;
    container-type: inline-size;
    /* Width where the page asks for that of the content, which a container has not. */
    contain-intrinsic-inline-size: 360px;
    background: var(--twin-inspector-background, var(--twin-color-surface));
  }
  .message {
    padding: 12px 14px;
  }
  .bone {
    display: block;
    width: 60%;
    height: 8px;
    margin: 12px 14px;
    background: var(--twin-color-line-hair);
  }
  @media (max-width: 600px) {
    :host([sheet]) {
      position: fixed;
      inset: auto 0 0;
      z-index: var(--twin-inspector-layer, 10);
      max-height: 70dvh;
      overflow-y: auto;
      overscroll-behavior: contain;
      border-top: 2px solid var(--twin-color-line-strong);
      background: var(--twin-color-surface-raised);
    }
    :host([sheet][empty]) {
      display: none;
    }
    :host([sheet]) .close {
      display: block;
    }
  }
`;
