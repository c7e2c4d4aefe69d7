import { css } from 'lit';

/** The looks of rows and of the marks of priorities. */
export const rowStyles = css`
  .rows {
    position: relative;
    flex: 1 1000 auto;
    min-height: calc(24px + min(var(--_count), 3) * var(--_row));
    overflow-y: auto;
  }
  .body {
    position: relative;
    height: calc(var(--_count) * var(--_row));
  }
  .head,
  .row {
    display: grid;
    grid-template-columns: 28px 28px minmax(42px, max-content) minmax(72px, 128px) minmax(0, 1fr) 132px 68px;
    align-items: center;
    gap: 0 10px;
    padding-inline: 8px;
    white-space: nowrap;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    height: 24px;
    border-block-end: 1px solid var(--twin-color-line-regular);
    background: var(--twin-alarm-list-background, var(--twin-color-surface));
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  .head > .priority {
    overflow: hidden;
    visibility: hidden;
  }
  .priority-word {
    display: none;
  }
  .head > .time,
  .row > .time {
    width: 42px;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--_index) * var(--_row));
    height: var(--_row);
    border-block-end: 1px solid var(--twin-color-line-hair);
    cursor: default;
  }
  .row:hover {
    background: var(--twin-color-selection-wash);
  }
  .row[aria-selected='true'] {
    background: var(--twin-color-selection-wash);
    box-shadow: inset 0 0 0 2px var(--twin-color-selection);
  }
  .row.chosen:not([aria-selected='true']) {
    box-shadow: inset 3px 0 0 var(--twin-color-selection);
  }
  :host(:dir(rtl)) .row.chosen:not([aria-selected='true']) {
    box-shadow: inset -3px 0 0 var(--twin-color-selection);
  }
  .row:focus-visible {
    outline-offset: -2px;
    z-index: 1;
  }
  /* Two rings in one place would be one: the keyboard's stands inside. */
  .row[aria-selected='true']:focus-visible {
    outline-offset: -5px;
  }
  .row > span {
    min-width: 0;
  }
  .check {
    align-self: stretch;
    display: grid;
    place-items: center;
  }
  .box {
    width: 14px;
    height: 14px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
  }
  [aria-selected='true'] > .check > .box {
    border-color: var(--twin-color-selection);
    background: linear-gradient(var(--twin-color-selection), var(--twin-color-selection)) center / 8px 8px
      no-repeat;
  }
  .priority {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .equipment,
  .words,
  .state {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .alarm {
    display: flex;
    align-items: baseline;
    gap: 8px;
    overflow: hidden;
  }
  .waiting .words {
    font-weight: 700;
  }
  .code,
  .state,
  .age,
  .returned,
  .returned .words {
    color: var(--twin-color-text-secondary);
  }
  .code {
    font-size: 0.9em;
  }
  .remark {
    flex: none;
    padding: 0 5px;
    border: 1px solid var(--twin-color-line-strong);
    border-radius: var(--twin-radius-small);
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  .shelf {
    display: inline-block;
    margin-inline-end: 5px;
    vertical-align: -2px;
    color: var(--twin-color-alarm-shelved);
  }
  .age,
  .head > .age {
    text-align: end;
  }
  .group {
    align-items: end;
    padding-block-end: 4px;
    grid-template-columns: 1fr;
    border-block-end-color: var(--twin-color-line-regular);
  }
  .group:hover {
    background: none;
  }
  .group > span {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  /* 1.4 times a second, all rows at one time: so it is the list that flashes, and its rows inherit. */
  @media (prefers-reduced-motion: no-preference) {
    :host(:not([no-flash])) .rows {
      animation: flash var(--twin-motion-flash, 714ms) infinite;
    }
  }
  /* Two lines: what and how long, then where, when and how it stands. */
  .narrow > .head {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
  .narrow .row:not(.group) {
    grid-template:
      'check priority alarm alarm age' auto
      'check priority equipment state time' auto / 24px 24px minmax(0, max-content)
      minmax(0, 1fr) max-content;
    align-content: center;
    gap: 2px 8px;
  }
  .narrow .check {
    grid-area: check;
  }
  .narrow .row > .priority {
    grid-area: priority;
    align-self: center;
  }
  .narrow .alarm {
    grid-area: alarm;
  }
  .narrow .equipment {
    grid-area: equipment;
  }
  .narrow .state {
    grid-area: state;
  }
  .narrow .row > .time {
    grid-area: time;
    width: auto;
    text-align: end;
    color: var(--twin-color-text-secondary);
  }
  .narrow .age {
    grid-area: age;
  }
  @container (min-width: 900px) {
    .head,
    .row {
      grid-template-columns:
        28px 96px minmax(42px, max-content) minmax(96px, 168px) minmax(0, 1fr)
        196px 72px;
    }
    .head > .priority {
      visibility: visible;
    }
    .row .priority-word {
      display: inline;
    }
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
