import { css } from 'lit';

export const styles = css`
  :host {
    --_row: 32px;
    --_target: 28px;
    display: flex;
    flex-direction: column;
    max-height: var(--twin-alarm-list-height, 560px);
    min-width: 0;
    container-type: inline-size;
    /* Width where the page asks for that of the content, which a container has not. */
    contain-intrinsic-inline-size: 360px;
    background: var(--twin-alarm-list-background, var(--twin-color-surface));
  }
  :host([density='compact']) {
    --_row: 24px;
    font-size: 12px;
  }
  :host([density='touch']) {
    --_row: 48px;
    --_target: 44px;
    font-size: 15px;
  }
  .message {
    padding: 12px;
  }
  .bone {
    display: block;
    width: 70%;
    height: 8px;
    margin: 12px;
    background: var(--twin-color-line-hair);
  }
`;
