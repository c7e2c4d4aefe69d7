import { css } from 'lit';

/** On a wall the figure is read from ten metres; no other page loads this. */
export const wallStyles = css`
  :host([density='wall']) .figure {
    flex: 1;
  }
  :host([density='wall']) h3 {
    font-size: 26px;
    font-weight: 400;
    line-height: 32px;
  }
  :host([density='wall']) :is(.head > span, .remark, .verb, .explanation) {
    display: none;
  }
  :host([density='wall']) .value-row {
    display: block;
  }
  :host([density='wall']) .value {
    font-size: 120px;
    line-height: 112px;
    letter-spacing: -0.03em;
  }
  :host([density='wall']) .value > .unit {
    font-size: 44px;
    margin-inline-start: 8px;
  }
  :host([density='wall']) .beside {
    margin-block-start: 12px;
    font-size: 22px;
    line-height: 30px;
    text-align: start;
  }
  /* The places of labels are reckoned for letters of 11 px: on a wall these are 20. */
  :host([density='wall']) .bars {
    zoom: 1.82;
  }
  :host([density='wall']) .factor {
    column-gap: 4px;
  }
  @container (min-width: 560px) {
    :host([density='wall']) .figure {
      display: grid;
      grid: auto 1fr / 290px minmax(0, 1fr);
      column-gap: 24px;
    }
    :host([density='wall']) .value-row {
      grid-column: 1;
    }
    :host([density='wall']) .bars {
      grid-area: 1 / 2 / span 2;
      align-self: start;
    }
  }
`;
