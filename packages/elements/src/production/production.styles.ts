import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .bone {
    display: block;
    width: 72px;
    height: 8px;
    margin-block: 11px;
    background: var(--twin-color-line-hair);
  }
  .bone:last-child {
    width: 100%;
    height: 1px;
    margin-block: 150px 29px;
  }
`;
