import { css } from 'lit';

export const styles = css`
  :host {
    width: 272px;
    max-width: 100%;
  }
  :host([density='compact']) {
    width: 180px;
  }
`;
