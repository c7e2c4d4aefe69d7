import { css } from '@lit/reactive-element/css-tag.js';

/**
 * The looks of a tile, for the element that shows one and the grid that shows many. Glyph and icon stand on a grid of
 * 24 px, are cut out by their outlines, and smaller by `zoom`: a transform of its own for each would cost each frame.
 */
export const tileStyles = css`
  .tile {
    --_inset: 14px;
    --_band: 38px;
    --_band-height: 24px;
    --_zoom: 0.5834;
    position: relative;
    display: grid;
    grid: 20px 30px 20px 1fr / minmax(0, 1fr) auto;
    height: 138px;
    padding: 12px var(--_inset);
    contain: layout paint style;
    background: var(--twin-equipment-background, var(--twin-color-surface));
    cursor: pointer;
    white-space: nowrap;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
  }
  /* Their form comes with what is loaded later. */
  .compact,
  .touch {
    opacity: 0;
  }
  .tile:hover {
    background: var(--twin-color-selection-wash);
  }
  .tile:focus-visible {
    z-index: 1;
  }
  .tile::before,
  .tile::after,
  .name::before,
  .name::after {
    position: absolute;
  }
  .tile[aria-pressed='true']::after,
  .tile[aria-selected='true']::after {
    content: '';
    inset: 0;
    border: 2px solid var(--twin-color-selection);
  }
  [data-state]::before,
  [data-icon] .name::after {
    content: '';
    inset-block-start: calc((var(--_band) + 5px) / var(--_zoom));
    inset-inline-start: calc(var(--_inset) / var(--_zoom));
    width: 24px;
    height: 24px;
    zoom: var(--_zoom);
    clip-path: var(--_glyph);
    background: var(--_mark, var(--_state));
    print-color-adjust: exact;
    forced-color-adjust: none;
  }
  [data-icon] .name::after {
    --_zoom: 0.8334;
    inset-block-start: 14px;
    inset-inline: auto 17px;
    clip-path: var(--_icon);
    background: var(--twin-color-text-tertiary);
  }
  .name {
    grid-column: 1 / -1;
    padding-inline-end: 28px;
    font: var(--twin-text-page-title);
    font-variant-numeric: inherit;
    font-weight: 700;
    overflow: hidden;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }
  /* The ground of the state row, from edge to edge. */
  .name::before {
    content: '';
    inset: var(--_band) 0 auto;
    z-index: -1;
    height: var(--_band-height);
    background: var(--_ground);
  }
  /* One line high: a reason that does not fit beside the word wraps out of sight. */
  .state,
  .duration {
    margin-block-start: 6px;
    height: var(--_band-height);
    line-height: var(--_band-height);
  }
  .state {
    padding-inline-start: 22px;
    overflow: hidden;
    white-space: normal;
    unicode-bidi: plaintext;
    color: var(--_ink, var(--_text));
  }
  .word,
  .reason {
    white-space: nowrap;
  }
  .word::after {
    content: attr(data-text) '\\2002';
  }
  .reason::after,
  .duration::after {
    content: attr(data-text);
  }
  .reason {
    color: var(--_ink, var(--twin-color-text-secondary));
  }
  .duration {
    padding-inline-start: 8px;
    direction: ltr;
    unicode-bidi: isolate;
    color: var(--_ink, var(--twin-color-text-primary));
  }
  .strip {
    grid-area: 3 / 1 / auto / -1;
    margin-block-start: 6px;
    width: 100%;
    height: 14px;
    direction: ltr;
  }
  .figure {
    position: absolute;
    inset-block-start: calc(var(--_band) + 52px);
    inset-inline-start: var(--_inset);
    direction: ltr;
    font: var(--twin-text-page-caption);
    font-variant-numeric: inherit;
    color: var(--twin-color-text-secondary);
    white-space: pre;
  }
  .figure + .figure {
    inset-inline-start: calc(22px + (100% - 44px) * 0.34375);
  }
  .figure + .figure + .figure {
    inset-inline-start: calc(30px + (100% - 44px) * 0.6875);
  }
  .figure::before {
    content: attr(data-text);
    font: var(--twin-text-page-value-small);
    font-variant-numeric: inherit;
    color: var(--_figure, var(--twin-color-text-primary));
  }
  .figure::after {
    content: attr(data-unit) '\\A' attr(data-caption);
    margin-inline-start: 1px;
  }

  [data-pale] > :is(.figure, .duration) {
    --_figure: var(--twin-color-text-tertiary);
  }
  [data-look='stale'] .figure::first-line,
  [data-look='late'] .figure:last-child::first-line,
  [data-look='late'] .duration {
    color: var(--_figure);
    text-decoration: underline dotted 1px var(--twin-color-quality-uncertain);
    text-underline-offset: 4px;
  }

  /* Bars of the right width where texts will stand; nothing shimmers. */
  [data-look='loading'] :is(.state, .figure)::before {
    content: '';
    display: inline-block;
    width: 96px;
    height: 10px;
    background: var(--twin-color-line-hair);
  }
  [data-look='loading'] .figure::before {
    width: 52px;
    height: 14px;
  }
  .tile:is([data-look='loading'], [data-look='message'], [data-look='locked'])::before,
  [data-look='loading'] .state > *,
  :is([data-look='message'], [data-look='locked']) :is(.strip, .figure),
  .tile[data-look='locked'] .state {
    display: none;
  }
  /* One sentence where the figures would stand, and what can be done. */
  [data-look='message'] :is(.state, .reason, .duration) {
    height: auto;
    padding: 0;
    line-height: 18px;
    white-space: normal;
    color: var(--twin-color-text-secondary);
  }
  [data-look='message'] .word,
  [data-look='message'] .duration:not([data-text]) {
    display: none;
  }
  [data-look='message'] .state {
    grid-area: 2 / 1 / 4 / -1;
  }
  [data-look='message'] .duration {
    grid-area: 4 / 1;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;
