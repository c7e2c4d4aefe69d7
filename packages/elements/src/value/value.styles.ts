import { css } from 'lit';

export const styles = css`
  .label {
    display: block;
    font: var(--twin-text-page-label);
    color: var(--twin-color-text-secondary);
  }
  .caption {
    display: block;
  }
  .value {
    display: flex;
    align-items: baseline;
    gap: 0.35em;
    font: var(--twin-text-page-value-medium);
  }
  [data-size='small'] .value {
    font: var(--twin-text-page-value-small);
  }
  [data-size='large'] .value {
    font: var(--twin-text-page-value-large);
    letter-spacing: -0.02em;
  }
  [data-size='huge'] .value {
    font: 400 72px/76px var(--twin-font-sans);
    letter-spacing: -0.02em;
  }
  .figure {
    direction: ltr;
    white-space: nowrap;
  }
  /* A word may take two lines, a figure none. */
  .figure.word {
    direction: inherit;
    white-space: normal;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .glyph {
    width: 0.72em;
    height: 0.72em;
    color: var(--_state);
  }
  .beyond {
    color: var(--twin-color-chart-limit);
    font-weight: 700;
  }
  .uncertain {
    text-decoration: underline dotted 1px var(--twin-color-quality-uncertain);
    text-underline-offset: 4px;
  }
  .bone {
    display: block;
    width: 4em;
    height: 1lh;
    background: linear-gradient(var(--twin-color-line-hair), var(--twin-color-line-hair)) 0 50% / 100% 8px
      no-repeat;
  }
`;
