import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    container-type: inline-size;
    /* Width where the page asks for that of the content, which a container has not. */
    contain-intrinsic-inline-size: 640px;
  }
  .bone,
  .plot {
    display: block;
    flex: 1 1 auto;
    aspect-ratio: 16 / 9;
    width: 100%;
    min-height: 260px;
    max-height: var(--twin-scene-height, min(620px, 80vh));
    background: var(--twin-color-surface-sunken);
  }
  @container (max-width: 520px) {
    .bone,
    .plot {
      aspect-ratio: 4 / 5;
    }
  }
`;
