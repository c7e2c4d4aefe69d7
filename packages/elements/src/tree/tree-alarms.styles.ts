import { css } from '@lit/reactive-element/css-tag.js';

/** How the mark of alarms stands in a row: before the state, silent where there is none. */
export const treeAlarmStyles = css`
  .alarm {
    flex: none;
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .more::after {
    content: attr(data-text);
  }
  .waiting > .more {
    font-weight: 700;
  }
  @media (prefers-reduced-motion: no-preference) {
    .waiting {
      animation: flash var(--twin-motion-flash, 714ms) infinite;
    }
  }
`;
