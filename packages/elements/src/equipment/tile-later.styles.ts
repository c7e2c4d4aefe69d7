import { css, unsafeCSS } from '@lit/reactive-element/css-tag.js';
import { stateGlyphs } from '../internal/state-outlines.js';

const glyphs = Object.entries(stateGlyphs).map(
  ([state, outline]) => `[data-state=${state}]::before{--_glyph:path(evenodd,'${outline}')}`,
);

/** What a tile can do without for a moment: glyphs, the forms for small and for fingers, print, forced colours. */
export const laterTileStyles = css`
  ${unsafeCSS(glyphs.join(''))}
  .compact,
  .touch {
    opacity: 1;
  }
  .compact {
    --_inset: 10px;
    --_band: 0px;
    --_band-height: 26px;
    --_zoom: 0.5;
    grid: 16px 8px 16px / minmax(0, 1fr) auto;
    row-gap: 3px;
    height: 62px;
    padding: 8px var(--_inset) 7px;
  }
  .compact::before {
    inset-block-start: 20px;
  }
  .compact .figure ~ .figure {
    display: none;
  }
  .compact .name {
    grid-column: 1;
    padding-inline: 18px 0;
    font: 700 13px/16px var(--twin-font-sans);
    font-variant-numeric: inherit;
    color: var(--_ink);
  }
  .compact .duration {
    grid-area: 1 / 2;
    margin: 0;
    height: auto;
    justify-self: end;
    padding-inline-start: 6px;
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--_ink, var(--twin-color-text-secondary));
  }
  .compact .strip {
    grid-area: 2 / 1 / auto / -1;
    margin: 0;
    height: 8px;
  }
  /*
   * The last line that fits is seen: word and reason on one; else the reason, which wraps below its word; else, where
   * the reason alone is too long and so flows into a column out of sight, the word that stands before both.
   */
  .compact .state {
    grid-area: 3 / 1;
    display: flex;
    flex-flow: column wrap;
    justify-content: flex-end;
    align-content: flex-start;
    height: 48px;
    margin: -32px 0 0;
    padding: 0;
    clip-path: inset(32px 0 0);
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--_text);
  }
  .compact .word,
  .compact .reason {
    flex: none;
    width: 100%;
    font-weight: 400;
    white-space: normal;
    unicode-bidi: plaintext;
    color: inherit;
  }
  .compact .word {
    white-space: nowrap;
  }
  .compact .reason::before {
    content: attr(data-word) ' · ';
  }
  .compact .reason::after {
    display: inline-block;
    max-width: 100%;
  }
  .compact .reason:is(:not([data-text]), [data-text='']) {
    display: none;
  }
  .compact[data-state='running'] .state {
    color: var(--twin-color-text-secondary);
  }
  .compact .figure {
    position: static;
    grid-area: 3 / 2;
    justify-self: end;
    margin-inline-start: 8px;
    line-height: 16px;
  }
  .compact .figure::before {
    font-size: 13px;
    line-height: 16px;
  }
  .compact .figure::after {
    content: attr(data-unit);
    font-size: 13px;
  }
  .compact:is([data-state='starved'], [data-state='blocked']) {
    --_ground: none;
    background: var(--_wash);
  }
  .compact[data-look='loading'] .figure::before {
    width: 34px;
    height: 10px;
  }
  .compact:is([data-look='message'], [data-look='locked'], [data-look='loading']) .name {
    padding: 0;
  }
  .compact .name::after {
    inset-block-start: 8px;
    inset-inline-end: 12px;
  }
  .compact[data-look='message'] {
    grid-template-rows: 16px 1fr;
    row-gap: 0;
  }
  .compact[data-look='message'] .state {
    grid-area: 2 / 1 / auto / -1;
    display: block;
    height: auto;
    margin: 0;
    clip-path: none;
  }
  .compact[data-look='message'] :is(.state, .reason) {
    line-height: 15px;
  }
  .compact[data-look='message'] .reason::before {
    content: none;
  }
  .compact[data-look='message'] .duration {
    grid-area: 1 / 2;
  }
  /* Cells of one width all over the wall, so that short groups share a row and all stand in columns. */
  :host([density='wall']) {
    --_column: var(--twin-equipment-grid-column, 150px);
  }
  :host([density='wall']) > [role='listbox'] {
    display: flex;
    flex-wrap: wrap;
    gap: 14px 0;
  }
  :host([density='wall']) .group {
    margin: 0;
    inline-size: min(100%, var(--_count) * var(--_column));
  }
  :host([density='wall']) .heading {
    gap: 14px;
    font-size: 24px;
    line-height: 32px;
    white-space: nowrap;
  }
  :host([density='wall']) .heading > b {
    font-weight: 400;
  }
  :host([density='wall']) .tiles {
    grid-template-columns: repeat(auto-fill, minmax(min(var(--_column), 100%), 1fr));
    row-gap: 6px;
  }
  :host([density='wall']) .tile {
    margin-inline-end: 6px;
    box-shadow: none;
  }
  .wall {
    --_inset: 11px;
    --_zoom: 1.5;
    grid: 38px minmax(0, 1fr) 26px / minmax(0, 1fr);
    row-gap: 0;
    height: 128px;
    padding: 8px var(--_inset) 7px;
    background: var(--_cell, var(--twin-equipment-background, var(--twin-color-surface)));
  }
  .wall::before {
    inset-block-start: 7px;
  }
  .wall[data-state='fault'] {
    --_cell: var(--_state);
    --_ground: none;
  }
  .wall:is([data-state='starved'], [data-state='blocked']) {
    --_cell: var(--_wash);
  }
  .wall .name {
    grid-area: 2 / 1;
    align-self: center;
    max-height: 44px;
    padding: 0;
    font: 20px/22px var(--twin-font-sans);
    white-space: normal;
    text-wrap: balance;
  }
  .wall .name:lang(zh) {
    max-height: 50px;
    font-size: 24px;
    line-height: 25px;
    letter-spacing: -0.03em;
  }
  .wall :is(.duration, .figure) {
    grid-area: 1 / 1;
    color: var(--_ink, var(--twin-color-text-primary));
    font-size: 26px;
    line-height: 36px;
  }
  .wall .figure::before {
    font-size: 26px;
    line-height: 36px;
    color: var(--twin-color-text-secondary);
  }
  .wall .figure::after {
    font-size: 18px;
    color: var(--twin-color-text-secondary);
  }
  .wall .strip {
    grid-area: 3 / 1;
    align-self: center;
    height: 17px;
  }
  .wall .state {
    height: 78px;
    margin-block-start: -52px;
    clip-path: inset(52px 0 0);
    font-size: 20px;
    line-height: 26px;
    color: var(--_ink, var(--_text));
  }
  .wall .state:lang(zh) {
    font-size: 22px;
  }
  /* What has no OEE has none here: its availability would pass for one. */
  .wall .figure[data-text^='A '],
  .wall[data-state='running'] :is(.state, .duration),
  .wall:not([data-state='running']) :is(.strip, .figure) {
    display: none;
  }
  .touch {
    --_inset: 16px;
    --_band: 46px;
    --_band-height: 28px;
    --_zoom: 0.6667;
    grid-template-rows: 22px 36px 24px 1fr;
    height: 156px;
    padding-block: 16px 14px;
    font-size: 14px;
  }
  .touch .name {
    font-size: 16px;
    line-height: 22px;
  }
  .touch .name::after {
    inset-block-start: 20px;
  }
  .touch .strip {
    height: 18px;
  }
  .touch .figure {
    inset-block-start: 104px;
  }
  @media (forced-colors: active) {
    .tile::before {
      --_mark: CanvasText;
    }
    .tile {
      border: 1px solid CanvasText;
    }
    .tile[aria-pressed='true'],
    .tile[aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    [data-icon] .name::after {
      background: CanvasText;
    }
    [data-state='fault'] .name::before {
      border-block: 2px solid CanvasText;
    }
  }
  @media print {
    .tile[data-state],
    .tile[data-state]::before,
    .tile[data-state] > * {
      --_ground: none;
      --_ink: initial;
      --_mark: initial;
    }
    .tile[data-state] {
      background: none;
      break-inside: avoid;
    }
  }
`;
