import { css } from '@lit/reactive-element/css-tag.js';

/** Where the mark of alarms stands: at the end of the name, clear of the bars. */
export const timelineAlarmStyles = css`
  .alarm {
    float: inline-end;
    margin-inline-start: 4px;
    line-height: 0;
  }
  .alarm > svg {
    vertical-align: -3px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .alarm.waiting {
      animation: flash var(--twin-motion-flash, 714ms) infinite;
    }
  }
`;
