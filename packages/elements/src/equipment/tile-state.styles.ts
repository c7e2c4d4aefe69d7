import { css, unsafeCSS } from '@lit/reactive-element/css-tag.js';
import { type EquipmentState, equipmentStates } from '@twinfloor/core';

/**
 * What takes the colours of a state: in a roomy tile only glyph, name, state and duration, since a property that the
 * whole tile inherits would style all that is in it anew with each change of state. A small tile is coloured as a whole.
 */
function coloured(state: EquipmentState): string {
  const tile = `[data-state=${state}]`;
  const roomy = `:where(.comfortable,.touch)${tile}`;
  return `:where(.compact)${tile},${roomy}::before,${roomy}>:where(.name,.state,.duration)`;
}

const rules = equipmentStates.map((state) => {
  const role = (kind: string) => `var(--twin-color-state${kind}-${state})`;
  return `${coloured(state)}{--_state:${role('')};--_text:${role('-text')};--_wash:${role('-wash')};--_on:${role('-on')}}`;
});

/**
 * The colours of the state for the parts of a tile, and the loudness ladder: a fault fills, starved and blocked wash,
 * all else is plain.
 */
export const tileStateStyles = css`
  ${unsafeCSS(rules.join(''))}
  ${unsafeCSS(coloured('fault'))} {
    --_ground: var(--_state);
    --_ink: var(--_on);
    --_mark: var(--_on);
  }
  ${unsafeCSS(`${coloured('starved')},${coloured('blocked')}`)} {
    --_ground: var(--_wash);
  }
  [data-state='starved'] .reason,
  [data-state='blocked'] .reason {
    color: var(--twin-color-text-primary);
  }
  /* The ground of the state row settles, while few do: on a page where all change at once it would be a flicker. */
  [data-wash] .name::before {
    transition: background-color var(--twin-motion-settle) var(--twin-easing-settle);
  }
`;
