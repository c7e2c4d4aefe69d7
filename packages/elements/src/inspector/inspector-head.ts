import { type Equipment, textIn, type Twin } from '@twinfloor/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { currentState } from '../internal/current-state.js';
import { equipmentIcon } from '../internal/equipment-icon.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import { stateGlyph } from '../internal/state-glyph.js';

const halfDay = 43_200_000;

/** What the head needs to know and to do. */
export interface HeadView {
  readonly twin: Twin;
  readonly equipment: Equipment;
  readonly language: Language;
  readonly select: (id: string | undefined) => void;
}

/** Name and icon, the way down to it, and in a sheet how to close it. */
export function inspectorHead({ twin, equipment, language, select }: HeadView): TemplateResult {
  const { terms, tag } = language;
  const icon = equipmentIcon(equipment);
  const above = twin.tree.ancestors(equipment.id).toReversed();
  return html`<div class="head" part="head">
    <div class="title">
      ${
        above.length > 0
          ? html`<nav class="caption">
              ${above.map(
                (id) =>
                  html`<button class="verb" @click=${() => select(id)}>
                    ${textIn(twin.tree.get(id).name, tag)}
                  </button>`,
              )}
            </nav>`
          : nothing
      }
      <h3 id="name" part="name">${textIn(equipment.name, tag)}</h3>
    </div>
    ${
      icon
        ? (svg`<svg class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.5" d=${icon}></path></svg>` as TemplateResult)
        : nothing
    }
    <button class="close" aria-label=${terms.closeInspector} @click=${() => select(undefined)}>×</button>
  </div>`;
}

/** The state of a machine: word, why, since when and for how long. */
export function stateRow({ twin, equipment, language }: HeadView): TemplateResult {
  const { terms, formats } = language;
  const now = twin.clock.now();
  const { state, since, trust, heard } = currentState(twin, equipment.id, now);
  // The time of day alone would be taken for that of today.
  const time = (at: number) =>
    now - at < halfDay
      ? formats.time(at, twin.workshop.timeZone)
      : formats.dateTime(at, twin.workshop.timeZone);
  const isSilent = trust === 'stale';
  const silence = heard === undefined ? terms.noData : terms.noDataSince(time(heard));
  const reason = isSilent ? silence : reasonAt(twin, equipment.id, now, language.tag);
  return html`<div class="state" part="state" data-state=${state}>
    ${stateGlyph(state, 16)}<b>${terms.states[state]}</b>
    ${
      since === undefined
        ? nothing
        : html`<span class="for">${formats.duration(Math.max(0, now - since))}</span
            >${isSilent ? nothing : html`<span class="since">${terms.sinceTime(time(since))}</span>`}`
    }
    ${reason ? html`<span class="reason">${reason}</span>` : nothing}
  </div>`;
}
