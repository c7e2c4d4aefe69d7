import { css } from 'lit';

/** The looks of a tile, for the element that shows one and the grid that shows many. */
export const tileStyles = css`
  .tile {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1.1fr) minmax(0, 1.1fr) minmax(0, 1fr);
    grid-template-rows: 20px 30px 20px 1fr;
    column-gap: 8px;
    height: 138px;
    padding: 12px 14px;
    contain: layout paint style;
    background: var(--twin-equipment-background, var(--twin-color-surface));
    cursor: pointer;
    white-space: nowrap;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
  }
  .tile:hover {
    background: var(--twin-color-selection-wash);
  }
  .tile:focus-visible {
    z-index: 1;
  }
  .tile[aria-pressed='true']::after,
  .tile[aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid var(--twin-color-selection);
    pointer-events: none;
  }
  .name {
    grid-column: 1 / 3;
    font: var(--twin-text-page-title);
    font-variant-numeric: inherit;
    font-weight: 700;
    overflow: hidden;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }
  .icon {
    justify-self: end;
    fill: none;
    stroke: var(--twin-color-text-tertiary);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .state {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 6px -14px 0;
    padding-inline: 14px;
    height: 24px;
    color: var(--_text);
    transition: background-color var(--twin-motion-settle) var(--twin-easing-settle);
  }
  .tile .glyph {
    fill: var(--_state);
    fill-rule: evenodd;
  }
  .words {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }
  /* A space and no margin: it stands between the two in either direction. */
  .word:has(+ .reason:not(:empty))::after {
    content: '\\2002';
  }
  .reason {
    color: var(--twin-color-text-secondary);
  }
  .duration {
    color: var(--twin-color-text-primary);
    direction: ltr;
    unicode-bidi: isolate;
  }
  .strip {
    grid-column: 1 / -1;
    grid-row: 3;
    margin-block-start: 6px;
    width: 100%;
    height: 14px;
    direction: ltr;
  }
  .figure {
    grid-row: 4;
    position: relative;
    margin-block-start: 8px;
    direction: ltr;
    font: var(--twin-text-page-value-small);
    font-variant-numeric: inherit;
  }
  .tile:dir(rtl) .figure {
    text-align: right;
  }
  .figure::after {
    content: attr(data-unit);
    margin-inline-start: 1px;
    font-size: 11px;
    color: var(--twin-color-text-secondary);
    white-space: pre;
  }
  /* Out of the flow, so that the dots under an old figure do not run under its caption too. */
  .figure::before {
    content: attr(data-caption);
    position: absolute;
    inset-block-start: 22px;
    inset-inline: 0;
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }

  /* The loudness ladder: a fault fills, starved and blocked wash, all else is plain. */
  [data-state='fault'] .state {
    background: var(--_state);
  }
  [data-state='fault'] .state,
  [data-state='fault'] .reason,
  [data-state='fault'] .duration {
    color: var(--_on);
  }
  [data-state='fault'] .glyph {
    fill: var(--_on);
  }
  [data-state='starved'] .state,
  [data-state='blocked'] .state {
    background: var(--_wash);
  }
  [data-state='starved'] .reason,
  [data-state='blocked'] .reason {
    color: var(--twin-color-text-primary);
  }
  [data-state='offline'] .figure,
  [data-state='offline'] .figure::after,
  [data-look='stale'] .figure,
  [data-look='stale'] .figure::after {
    color: var(--twin-color-text-tertiary);
  }
  [data-look='stale'] .figure,
  [data-look='late'] .figure:last-child,
  [data-look='late'] .duration {
    text-decoration: underline dotted 1px var(--twin-color-quality-uncertain);
    text-underline-offset: 4px;
  }

  /* Bars of the right width where texts will stand; nothing shimmers. */
  [data-look='loading'] .state::before,
  [data-look='loading'] .figure::after {
    content: '';
    display: block;
    width: 96px;
    height: 10px;
    background: var(--twin-color-line-hair);
  }
  [data-look='loading'] .figure::after {
    width: 52px;
    height: 14px;
  }
  .tile[data-look='loading'] .words {
    display: none;
  }

  /* One sentence where the figures would stand. */
  [data-look='message'] .state,
  [data-look='locked'] .state {
    display: block;
    grid-row: 2 / -1;
    height: auto;
    white-space: normal;
  }
  [data-look='message'] .words,
  [data-look='locked'] .words {
    overflow: visible;
  }
  [data-look='loading'] .glyph,
  [data-look='message'] :is(.glyph, .strip, .figure),
  [data-look='locked'] :is(.glyph, .strip, .figure, .words) {
    display: none;
  }
  .word:empty {
    display: none;
  }
  .tile[data-verb]::after {
    content: attr(data-verb);
    grid-area: 4 / 1;
    align-self: end;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .compact {
    grid-template-columns: auto minmax(0, 1fr) auto;
    grid-template-rows: 16px 8px 16px;
    row-gap: 3px;
    column-gap: 6px;
    height: 62px;
    padding: 8px 10px 7px;
  }
  .compact .icon,
  .compact .figure ~ .figure {
    display: none;
  }
  .compact .state {
    display: contents;
  }
  .compact .glyph {
    grid-area: 1 / 1;
    align-self: center;
    width: 12px;
    height: 12px;
    z-index: 1;
  }
  .compact::after {
    z-index: 2;
  }
  .compact .name {
    grid-area: 1 / 2;
    font: 700 13px/16px var(--twin-font-sans);
    font-variant-numeric: inherit;
    z-index: 1;
  }
  .compact .duration {
    grid-area: 1 / 3;
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--twin-color-text-secondary);
    z-index: 1;
  }
  .compact .strip {
    grid-area: 2 / 1 / auto / -1;
    margin: 0;
    height: 8px;
  }
  /* The reason stays where word and reason do not fit on one line: it wraps to a line above which nothing shows. */
  .compact .words {
    grid-area: 3 / 1 / auto / 3;
    display: flex;
    flex-wrap: wrap;
    align-content: flex-end;
    height: 16px;
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--_text);
  }
  .compact .word {
    flex: none;
    font-weight: 400;
  }
  .compact .word:has(+ .reason:not(:empty))::after {
    content: ' · ';
    white-space: pre;
  }
  .compact .reason {
    min-width: 0;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    color: inherit;
  }
  .compact[data-look='loading'] .figure::after {
    width: 34px;
    height: 10px;
  }
  .compact[data-verb]::after {
    grid-area: 3 / 3;
  }
  .compact .figure {
    grid-area: 3 / 3;
    justify-self: end;
    margin: 0;
    font: 400 13px/16px var(--twin-font-sans);
    font-variant-numeric: inherit;
  }
  .compact .figure::before {
    content: none;
  }
  .compact[data-state='running'] .words {
    color: var(--twin-color-text-secondary);
  }
  .compact[data-state='starved'],
  .compact[data-state='blocked'] {
    background: var(--_wash);
  }
  .compact[data-state='fault']::before {
    content: '';
    position: absolute;
    inset: 0 0 auto;
    height: 26px;
    background: var(--_state);
  }
  .compact[data-state='fault'] .name,
  .compact[data-state='fault'] .duration {
    color: var(--_on);
  }
  .compact[data-state='fault'] .reason {
    color: var(--_text);
  }

  @media (forced-colors: active) {
    .tile {
      border: 1px solid CanvasText;
    }
    .tile[aria-pressed='true'],
    .tile[aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    [data-state='fault'] .state {
      border-block: 2px solid CanvasText;
    }
    .tile .glyph {
      fill: CanvasText;
    }
  }
  @media print {
    .tile,
    .compact[data-state],
    [data-state] .state {
      background: none;
      break-inside: avoid;
    }
    .compact[data-state='fault']::before {
      content: none;
    }
    [data-state='fault'] :is(.state, .reason, .duration),
    .compact[data-state='fault'] :is(.name, .duration) {
      color: var(--_text);
    }
    [data-state='fault'] .glyph {
      fill: var(--_state);
    }
  }
`;
