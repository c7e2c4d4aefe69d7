import {
  type Equipment,
  type EquipmentState,
  equipmentStates,
  stateCode,
  textIn,
  type Twin,
} from '@twinfloor/core';
import { html, type TemplateResult } from 'lit';
import { loudness, paintOrder } from '../charts/state-marks.js';
import { currentState } from '../internal/current-state.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { stateGlyph } from '../internal/state-glyph.js';

/** How many machines are named as needing attention. */
const named = 12;
const abnormal = new Set<EquipmentState>(['fault', 'blocked', 'starved', 'unknown']);

/** Ids of the machines below an equipment; meters are none. */
export function machinesOf({ tree }: Twin, { id }: Equipment): readonly string[] {
  return tree.workUnits(id).filter((one) => tree.get(one).type !== 'meter');
}

/** A line or a workshop: how many machines are in which state, and which of them need somebody, the worst first. */
export function groupSummary(
  twin: Twin,
  machines: readonly string[],
  { terms, formats, tag }: Language,
  select: (id: string) => void,
): TemplateResult {
  const now = twin.clock.now();
  const all = machines.map((id) => ({ id, ...currentState(twin, id, now) }));
  const attention = all
    .filter(({ state }) => abnormal.has(state))
    .toSorted((a, b) => loudness[stateCode[b.state]] - loudness[stateCode[a.state]]);
  const states = paintOrder
    .map((code) => equipmentStates[code])
    .filter((state) => all.some((one) => one.state === state));
  return html`<ul class="counts" part="counts">
      ${states.map(
        (state) =>
          html`<li data-state=${state}>
            ${stateGlyph(state, 14)}<b>${all.filter((one) => one.state === state).length}</b>
            ${terms.states[state]}
          </li>`,
      )}
    </ul>
    <h4>${terms.needsAttention}</h4>
    ${
      attention.length === 0
        ? html`<p class="quiet">${terms.nothingAbnormal}</p>`
        : html`<ul>
            ${attention.slice(0, named).map(({ id, state, since, trust }) => {
              const reason = trust === 'stale' ? '' : reasonAt(twin, id, now, tag);
              return html`<li>
                <button class="machine" data-state=${state} @click=${() => select(id)}>
                  ${stateGlyph(state, 14)}<b>${textIn(twin.tree.get(id).name, tag)}</b>
                  <span class="why">${reason || terms.states[state]}</span>
                  <span class="for"
                    >${since === undefined ? '' : formats.duration(Math.max(0, now - since))}</span
                  >
                </button>
              </li>`;
            })}
          </ul>`
    }`;
}
