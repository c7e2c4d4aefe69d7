import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    --_names: 128px;
    --_readout: 262px;
    --_gap: 20px;
  }
  .heading {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 28px;
    margin-block-end: 8px;
  }
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  .label {
    font: var(--twin-text-page-label);
    color: var(--twin-color-text-secondary);
  }
  .grid {
    position: relative;
    height: var(--_height);
    outline: none;
    /* Time runs left to right in every language, and names stand where it begins. */
    direction: ltr;
  }
  .plot {
    position: absolute;
    /* What stands on an edge of the plot needs 6 px more. */
    inset: 0 calc(var(--_readout) + var(--_gap) - 6px) 0 calc(var(--_names) - 6px);
    touch-action: pan-y;
  }
  canvas {
    pointer-events: none;
    top: var(--_strip-top);
    height: var(--_strip-height);
  }
  canvas.words {
    /* The words of the last row of a strip reach into the next one. */
    height: calc(var(--_strip-height) + 10px);
  }
  canvas.above {
    top: 0;
    height: 36px;
  }
  .line {
    position: absolute;
    inset: 36px auto 4px 0;
    width: 1px;
    background: var(--twin-color-text-primary);
    transform: translateX(var(--_x));
    pointer-events: none;
  }
  .line.cursor {
    background: var(--twin-color-chart-cursor);
  }
  .line[hidden] {
    display: none;
  }
  .head,
  .row {
    display: grid;
    grid-template-columns: var(--_names) 1fr minmax(0, calc(var(--_readout) - 62px)) 62px;
    align-items: center;
    white-space: nowrap;
  }
  .head {
    height: 36px;
    padding-top: 16px;
    font: var(--twin-text-page-label);
  }
  .head .share {
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  .row {
    height: var(--_pitch);
    /* With hundreds of machines, only the rows on the screen are laid out and painted. */
    content-visibility: auto;
    contain-intrinsic-height: var(--_pitch);
    margin-inline: -6px;
    padding-inline: 6px;
    cursor: pointer;
  }
  .row.group {
    margin-top: var(--_group-gap);
  }
  .row.alone {
    position: absolute;
    inset: var(--_top) 0 auto 0;
    height: 20px;
    margin-top: -10px;
    pointer-events: none;
  }
  .row:hover,
  .row[aria-selected='true'] {
    background: var(--twin-color-selection-wash);
  }
  .row[aria-selected='true'] .name {
    font-weight: 700;
  }
  .grid:focus-visible .row.active {
    outline: 2px solid var(--twin-color-focus);
    outline-offset: -2px;
  }
  .name {
    grid-column: 1;
    padding-inline-end: 8px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* Words that have no room go on to a line that is not shown: they are dropped whole, never cut. */
  .state {
    grid-column: 3;
    display: flex;
    flex-wrap: wrap;
    place-content: safe center start;
    align-items: center;
    gap: 0 8px;
    height: 16px;
    overflow: hidden;
    font: var(--twin-text-page-label);
  }
  .head .state {
    height: auto;
    overflow: visible;
  }
  .state .glyph {
    color: var(--_state);
  }
  .state[data-state='running'] {
    color: var(--twin-color-text-secondary);
  }
  .why {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    min-width: 0;
    height: 14px;
    overflow: hidden;
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  .why::before {
    content: '';
    width: 1px;
    height: 14px;
  }
  .since {
    color: var(--twin-color-text-tertiary);
  }
  .two-lines {
    height: 30px;
  }
  .two-lines .since {
    flex-basis: 100%;
  }
  .share {
    grid-column: 4;
    text-align: end;
  }
  .uncertain {
    text-decoration: underline dotted 1px var(--twin-color-quality-uncertain);
    text-underline-offset: 4px;
  }
  .notice {
    min-height: 36px;
  }
  .bone {
    display: block;
    height: 8px;
    width: 88px;
    background: var(--twin-color-line-hair);
  }
  .bone.wide {
    grid-column: 2;
    width: 100%;
  }
  @container (max-width: 640px) {
    .grid {
      --_names: 116px;
      --_readout: 0px;
      --_gap: 0px;
    }
    .heading {
      flex-wrap: wrap;
      gap: 0 12px;
    }
    .row {
      grid-template-columns: 82px 26px;
      grid-template-rows: 17px 15px;
      align-content: center;
    }
    .row .name {
      grid-column: 1 / 3;
      padding: 0;
      font: var(--twin-text-page-label);
    }
    .row .state,
    .head .state {
      grid-column: 1;
      gap: 4px;
      font: var(--twin-text-page-caption);
    }
    .row .share {
      grid-column: 2;
      font: var(--twin-text-page-caption);
      color: var(--twin-color-text-secondary);
    }
    .why,
    .head .share {
      display: none;
    }
    .bone.wide {
      display: none;
    }
  }
`;
