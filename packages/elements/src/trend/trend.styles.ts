import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px 24px;
    margin-block-end: 8px;
  }
  h3 {
    font: var(--twin-text-page-title);
    font-weight: 700;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
  }
  .figure {
    display: flex;
    flex-direction: column-reverse;
    white-space: nowrap;
  }
  dd,
  .last {
    direction: ltr;
    font: var(--twin-text-page-value-small);
  }
  .uncertain {
    text-decoration: underline dotted 1px var(--twin-color-quality-uncertain);
    text-underline-offset: 4px;
  }
  .plot {
    position: relative;
    height: var(--_height);
    direction: ltr;
    touch-action: pan-y;
  }
  .spark {
    display: flex;
    align-items: center;
    gap: 12px;
    white-space: nowrap;
  }
  .spark .plot {
    flex: 1;
    min-width: 40px;
  }
  .bone {
    display: block;
    height: 1px;
    background: var(--twin-color-line-hair);
  }
`;
