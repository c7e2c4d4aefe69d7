import { css } from '@lit/reactive-element/css-tag.js';

/** The looks of the shapes of priorities, and the flash of those that wait for somebody. */
export const alarmMarkStyles = css`
  .mark {
    --_alarm: none;
    --_digit: var(--twin-color-text-primary);
    overflow: visible;
  }
  .shape {
    fill: var(--_alarm);
    stroke: var(--twin-color-text-primary);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }
  .digit {
    fill: none;
    stroke: var(--_digit);
    stroke-width: 2.2;
  }
  .gone {
    --_digit: var(--twin-color-text-secondary);
  }
  .gone > .shape {
    stroke: var(--twin-color-line-strong);
  }
  /* Dark, it is an outline with its number: what flashes is the fill alone. */
  .filled > .shape {
    fill-opacity: var(--_lit, 1);
    stroke: color-mix(
      in srgb,
      var(--twin-color-alarm-edge) calc(100% * var(--_lit, 1)),
      var(--twin-color-text-primary)
    );
  }
  .filled > .digit {
    stroke: color-mix(in srgb, var(--_digit) calc(100% * var(--_lit, 1)), var(--twin-color-text-primary));
  }
  .filled.p1 {
    --_alarm: var(--twin-color-alarm-1);
    --_digit: var(--twin-color-alarm-on-1);
  }
  .filled.p2 {
    --_alarm: var(--twin-color-alarm-2);
    --_digit: var(--twin-color-alarm-on-2);
  }
  .filled.p3 {
    --_alarm: var(--twin-color-alarm-3);
    --_digit: var(--twin-color-alarm-on-3);
  }
  .filled.p4 {
    --_alarm: var(--twin-color-alarm-4);
    --_digit: var(--twin-color-alarm-on-4);
  }
  @keyframes flash {
    from {
      --_lit: 1;
    }
    50%,
    to {
      --_lit: 0;
    }
  }
  @media (forced-colors: active) {
    .mark {
      --_digit: CanvasText;
    }
    .shape {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
`;
