import { css } from 'lit';

export const styles = css`
  /* A theme brings its own ground: its inks are made to be read on that. */
  :host([theme]:not([theme=''])) {
    background: var(--twin-provider-background, var(--twin-color-page));
  }
  @media print {
    :host([theme]:not([theme=''])) {
      background: none;
    }
  }
`;
