import { css } from 'lit';

export const styles = css`
  :host {
    --_row: 28px;
    --_indent: 16px;
    display: flex;
    flex-direction: column;
    max-height: var(--twin-tree-height, 640px);
    min-width: 0;
    container-type: inline-size;
    /* Width where the page asks for that of the content, which a container has not. */
    contain-intrinsic-inline-size: 280px;
    background: var(--twin-tree-background, var(--twin-color-surface));
  }
  :host([density='compact']) {
    --_row: 20px;
    --_indent: 12px;
    font-size: 12px;
  }
  :host([density='touch']) {
    --_row: 48px;
    --_indent: 14px;
    font-size: 15px;
  }
  .message {
    padding: 8px;
  }
  .bone {
    display: block;
    width: 50%;
    height: 8px;
    margin: 10px 8px;
    background: var(--twin-color-line-hair);
  }
`;
