import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: top;
  }
  [part='base'] {
    display: flex;
    align-items: center;
    gap: calc(var(--_lamp) / 2.4);
    --_lamp: var(--twin-stack-light-size, 22px);
  }
  [data-size='small'] {
    --_lamp: var(--twin-stack-light-size, 16px);
    font: var(--twin-text-page-label);
  }
  [data-size='large'] {
    --_lamp: var(--twin-stack-light-size, 48px);
    font: var(--twin-text-page-value-medium);
  }
  [part='lamps'] {
    display: grid;
    flex: none;
    gap: 2px;
  }
  .horizontal [part='lamps'] {
    grid-auto-flow: column;
  }
  .lamp {
    display: grid;
    place-items: center;
    inline-size: var(--_lamp);
    block-size: var(--_lamp);
    border: 1px solid var(--twin-color-line-strong);
    border-radius: 2px;
    color: var(--_on);
  }
  .unknown .lamp {
    border-style: dashed;
    border-color: var(--twin-color-state-unknown);
  }
  .lit {
    border-color: var(--_state);
    background: var(--_state);
  }
  .flashing {
    animation: flash 714ms steps(1) infinite;
  }
  /* The fill only: the shape stays to be read. */
  @keyframes flash {
    50% {
      background: transparent;
      color: var(--_state);
    }
  }
  .glyph {
    inline-size: calc(var(--_lamp) * 0.74);
    block-size: calc(var(--_lamp) * 0.74);
  }
  [part='text'] {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0 6px;
    color: var(--_text);
  }
  [part='text'] > * {
    grid-column: 2;
  }
  [part='text'] > .glyph {
    grid-area: 1 / 1;
    inline-size: 1em;
    block-size: 1em;
  }
  .quiet {
    font-size: max(11px, 0.85em);
  }
  .bone {
    inline-size: 56px;
    block-size: 12px;
    background: var(--twin-color-line-hair);
  }
  @media (forced-colors: active) {
    .lit {
      forced-color-adjust: none;
    }
  }
`;
