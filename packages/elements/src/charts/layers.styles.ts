import { css } from 'lit';

/** The looks of the canvases of a chart; they fill the box around them. */
export const layerStyles = css`
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  /* For paper the strokes are recorded. Without a group of its own, what clears a canvas clears those below it too. */
  @media print {
    canvas {
      opacity: 0.999;
    }
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
