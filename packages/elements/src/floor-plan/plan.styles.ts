import { css } from 'lit';

/** The looks of what is loaded with the plan. */
export const planStyles = css`
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    margin-block-end: 8px;
  }
  h3 {
    flex: 1 0 auto;
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  .zoom {
    display: flex;
    gap: 4px;
  }
  .zoom button {
    min-width: 28px;
    height: 28px;
    padding: 0 8px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    background: none;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .zoom button {
      min-width: 44px;
      height: 44px;
    }
  }
  .legend {
    display: flex;
    direction: ltr;
    align-items: center;
    gap: 8px;
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
    white-space: nowrap;
  }
  .ramp {
    display: flex;
    width: 112px;
    height: 10px;
    outline: 1px solid var(--twin-color-line-strong);
    forced-color-adjust: none;
  }
  .ramp i {
    flex: 1;
    background: var(--_step);
    print-color-adjust: exact;
  }
  .plot {
    position: relative;
    flex: 1 1 auto;
    aspect-ratio: var(--_ratio, 2);
    min-height: 260px;
    max-height: var(--twin-floor-plan-height, 620px);
    width: 100%;
    overflow: hidden;
    direction: ltr;
    background: var(--twin-floor-plan-background, var(--twin-color-surface-sunken));
    touch-action: pan-y;
    user-select: none;
  }
  .plot.near {
    touch-action: none;
    cursor: grab;
  }
  .plot:focus-visible {
    outline-offset: -2px;
  }
  canvas {
    pointer-events: none;
  }
  .readout {
    position: absolute;
    inset-block-start: var(--_y);
    left: var(--_x);
    width: max-content;
    max-width: 240px;
    padding: 4px 8px;
    border-radius: var(--twin-radius-small);
    background: var(--twin-color-inverse);
    color: var(--twin-color-text-inverse);
    font: var(--twin-text-page-label);
    transform: translate(-50%, calc(-100% - 8px));
    pointer-events: none;
  }
  .readout.under {
    transform: translate(-50%, 8px);
  }
  .note {
    margin-block-start: 4px;
  }
  @container (max-width: 520px) {
    .legend {
      order: 1;
      flex: 1 0 100%;
    }
    .ramp {
      flex: 1;
    }
  }
  @media print {
    .zoom,
    .readout {
      display: none;
    }
  }
`;
