import { css } from '@lit/reactive-element/css-tag.js';

/** Where the mark of an alarm stands in a tile: beside the icon, in a small one below. */
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
  /* At the end of the line below, where no fault fills the ground and the name keeps its room. */
  .compact > .alarm {
    position: static;
    grid-area: 3 / 1;
    place-self: center end;
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
  .compact:has(> .alarm) > .state {
    margin-inline-end: 22px;
  }
  .wall > .alarm > svg {
    width: 26px;
    height: 26px;
  }
  .wall:has(> .alarm) > .state {
    margin-inline-end: 34px;
  }
  .wall:has(> .alarm) > .strip {
    width: calc(100% - 36px);
  }
  .wall[data-state='fault'] > .alarm {
    --twin-color-text-primary: var(--_ink);
  }
  @media (prefers-reduced-motion: no-preference) {
    .waiting {
      animation: flash var(--twin-motion-flash, 714ms) infinite;
    }
  }
`;
