import { css } from 'lit';

/** The looks of the canvases of a chart; they fill the box around them. */
export const layerStyles = css`
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  @media (forced-colors: active) {
    canvas {
      forced-color-adjust: none;
    }
    /* The lowest one only: a ground under the others would hide what lies below. */
    canvas.below {
      background: var(--twin-color-surface);
    }
  }
`;
