import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    width: 272px;
    max-width: 100%;
  }
  :host([density='compact']) {
    width: 180px;
  }
  :host([density='touch']) {
    width: 304px;
  }
  :host([density='wall']) {
    width: 150px;
  }
  /* Off the screen it is neither styled nor laid out. A grid does better: there such a tile is empty. */
  .tile {
    content-visibility: auto;
  }
`;
