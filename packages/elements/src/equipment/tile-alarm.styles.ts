import { css } from '@lit/reactive-element/css-tag.js';

/** Where the mark of an alarm stands in a tile: beside the icon; in a small one in place of nothing, over the strip. */
export const tileAlarmStyles = css`
  .alarm {
    position: absolute;
    inset-block-start: 13px;
    inset-inline-end: 40px;
    display: flex;
    align-items: center;
    gap: 5px;
    padding-inline-start: 6px;
    background: var(--twin-equipment-background, var(--twin-color-surface));
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
  }
  .alarm > svg {
    width: 18px;
    height: 18px;
  }
  .alarm > b {
    font-weight: 400;
  }
  .alarm > b::after {
    content: attr(data-text);
  }
  .waiting > b {
    font-weight: 700;
  }
  .tile:hover > .alarm {
    background: none;
  }
  .touch > .alarm {
    inset-block-start: 18px;
    inset-inline-end: 44px;
  }
  .touch > .alarm > svg {
    width: 20px;
    height: 20px;
  }
  .compact > .alarm {
    inset-block-start: 5px;
    inset-inline-end: 8px;
    padding: 0;
    background: none;
  }
  .compact > .alarm > svg {
    width: 16px;
    height: 16px;
  }
  .compact > .alarm > b {
    display: none;
  }
  .compact:has(> .alarm) > .duration {
    padding-inline-end: 20px;
  }
  .wall > .alarm {
    inset-block-start: 12px;
    inset-inline: 54px auto;
  }
  .wall > .alarm > svg {
    width: 28px;
    height: 28px;
  }
  .wall:has(> .alarm) > .duration {
    padding-inline-end: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    .waiting {
      animation: flash var(--twin-motion-flash, 714ms) infinite;
    }
  }
`;
