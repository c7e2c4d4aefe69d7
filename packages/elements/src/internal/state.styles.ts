import { css, unsafeCSS } from '@lit/reactive-element/css-tag.js';
import { equipmentStates } from '@twinfloor/core';

const rules = equipmentStates.map((state) => {
  const role = (kind: string) => `var(--twin-color-state${kind}-${state})`;
  return `[data-state=${state}]{--_state:${role('')};--_text:${role('-text')};--_wash:${role('-wash')};--_on:${role('-on')}}`;
});

/**
 * Gives an element with `data-state` the four colours of that state as `--_state` (marks), `--_text` (words),
 * `--_wash` (ground) and `--_on` (ink on the full colour).
 */
export const stateStyles = css`
  ${unsafeCSS(rules.join(''))}
`;
