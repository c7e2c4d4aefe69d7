import { css } from 'lit';

/** The looks of what is loaded with the inspector. */
export const partStyles = css`
  .head,
  .part {
    padding: 12px 14px;
  }
  .head {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding-block-end: 8px;
  }
  .title {
    flex: 1;
    min-width: 0;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    column-gap: 6px;
  }
  nav .verb {
    min-height: 24px;
    text-decoration-color: transparent;
  }
  nav .verb:hover,
  nav .verb:focus-visible {
    text-decoration-color: currentColor;
  }
  nav .verb + .verb::before {
    content: '/';
    display: inline-block;
    margin-inline-end: 3px;
    color: var(--twin-color-text-tertiary);
  }
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  h4,
  summary {
    font-weight: 700;
  }
  h4 {
    margin-block: 12px 4px;
  }
  .icon {
    margin-block-start: 4px;
    color: var(--twin-color-text-tertiary);
  }
  .close {
    display: none;
    flex: none;
    width: 44px;
    height: 44px;
    margin: -8px -10px 0 0;
    border: 0;
    background: none;
    font-size: 22px;
    cursor: pointer;
  }
  .state {
    display: grid;
    grid-template-columns: auto auto 1fr auto;
    align-items: center;
    gap: 0 8px;
    padding: 6px 14px;
    color: var(--_text);
  }
  .state > svg {
    color: var(--_state);
  }
  .state .since {
    font: var(--twin-text-page-label);
  }
  .state .for {
    grid-column: 4;
    grid-row: 1;
  }
  .reason {
    grid-column: 2 / -1;
    overflow-wrap: anywhere;
  }
  .state[data-state='starved'],
  .state[data-state='blocked'] {
    background: var(--_wash);
  }
  .state[data-state='fault'] {
    background: var(--_state);
    color: var(--_on);
  }
  .state[data-state='fault'] > svg {
    color: inherit;
  }
  .strip {
    display: block;
    width: calc(100% - 28px);
    height: 16px;
    margin: 8px 14px 4px;
  }
  .part + .part {
    border-top: 1px solid var(--twin-color-line-hair);
  }
  dl > div {
    display: flex;
    gap: 4px 12px;
    min-height: 24px;
    padding-block: 3px;
    box-sizing: border-box;
    align-items: baseline;
  }
  dt {
    flex: 0 0 36%;
    min-width: 0;
    overflow-wrap: anywhere;
    color: var(--twin-color-text-secondary);
  }
  dd {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .unit {
    font-size: inherit;
  }
  .factors {
    white-space: nowrap;
  }
  .bar {
    display: block;
    height: 4px;
    margin-block: 3px 8px;
    background: linear-gradient(var(--twin-color-chart-ink) 0 0) 0 / calc(var(--_share) * 100%) 100% no-repeat
      var(--twin-color-line-hair);
  }
  /* Numbers and their units keep their order in a line of the other direction. */
  dd,
  .value,
  .times,
  .since,
  .for,
  .reason {
    unicode-bidi: plaintext;
  }
  :host(:dir(rtl)) .value,
  :host(:dir(rtl)) .times {
    text-align: left;
  }
  summary {
    margin: -4px 0;
    padding-block: 4px;
    cursor: pointer;
  }
  details[open] > summary {
    margin-block-end: 4px;
  }
  ul {
    list-style: none;
  }
  .alarm {
    display: flex;
    gap: 4px 8px;
    padding-block: 5px;
  }
  .alarm + .alarm,
  .document + .document,
  .signal + .signal {
    border-top: 1px solid var(--twin-color-line-hair);
  }
  .message {
    overflow-wrap: anywhere;
  }
  .alarm .message {
    flex: 1;
    min-width: 0;
    padding: 0;
  }
  .alarm.active .message {
    font-weight: 700;
  }
  .document {
    padding-block: 5px;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
    text-underline-offset: 3px;
  }
  .code {
    font-weight: 400;
    color: var(--twin-color-text-secondary);
  }
  .alarm > .mark {
    flex: none;
  }
  .times {
    flex: none;
    text-align: end;
  }
  .signal {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 84px minmax(84px, auto);
    align-items: center;
    gap: 0 12px;
    min-height: 28px;
  }
  .signal.wide {
    grid-template-columns: minmax(0, 1fr) minmax(0, auto);
  }
  .spark {
    width: 84px;
    height: 22px;
    direction: ltr;
  }
  .signal .label {
    color: var(--twin-color-text-secondary);
  }
  .value {
    text-align: end;
    overflow-wrap: anywhere;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
  }
  .counts li,
  .machine {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .counts svg,
  .machine svg {
    color: var(--_state);
  }
  .machine {
    width: 100%;
    min-height: 32px;
    padding: 4px 8px;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  li + li .machine {
    border-top: 1px solid var(--twin-color-line-hair);
  }
  .machine:hover {
    background: var(--twin-color-selection-wash);
  }
  .machine[data-state='fault'],
  .machine[data-state='fault'] svg {
    background: var(--_state);
    color: var(--_on);
  }
  .why {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .for {
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .machine,
    .document a,
    summary {
      min-height: 44px;
    }
    .document a {
      display: inline-flex;
      align-items: center;
    }
    nav .verb {
      min-height: 32px;
    }
  }
`;
