import type { EquipmentState, Twin } from '@twinfloor/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { currentState } from '../internal/current-state.js';
import { equipmentIcon } from '../internal/equipment-icon.js';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { reasonAt } from '../internal/reason.js';
import { stateGlyph } from '../internal/state-glyph.js';
import type { TreeRow } from './tree-rows.js';
import { isLoud, type StateShare, type TreeStates } from './tree-states.js';

/** A row and how it stands. */
export interface TreeRowView {
  readonly twin: Twin;
  readonly row: TreeRow;
  /** Its place from the top. */
  readonly index: number;
  readonly states: TreeStates;
  readonly language: Language;
  /** Whether Tab leads to it. */
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** The alarms of it and of all below it, as a sentence and as a mark; `undefined` if there are none. */
  readonly alarm: { readonly sentence: string; readonly sign: TemplateResult } | undefined;
}

/** One equipment of the tree: what it is, its name, and how it or what is below it stands. */
export function treeRow(view: TreeRowView): TemplateResult {
  const { row, index, states, language, alarm } = view;
  const { equipment, isOpen } = row;
  const isMachine = equipment.level === 'workUnit';
  const share = isMachine ? undefined : states.shareOf(equipment.id);
  const icon = equipmentIcon(equipment);
  const sentence = share ? groupSentence(row.name, share, language) : machineSentence(view);
  return html`<div
    class="row"
    part="row"
    role="treeitem"
    data-index=${index}
    tabindex=${view.isActive ? 0 : -1}
    aria-level=${row.level}
    aria-posinset=${row.position}
    aria-setsize=${row.siblings}
    aria-expanded=${isOpen ?? nothing}
    aria-selected=${view.isSelected ? 'true' : 'false'}
    aria-label=${alarm ? sentence + language.terms.pause + alarm.sentence : sentence}
    ${properties({ '--_index': index, '--_level': row.level })}
  >
    <span class="fold">${isOpen === undefined ? nothing : line('M5 9l7 7 7-7', 12, 2.5)}</span>
    ${icon ? line(icon, 16, 1.8) : nothing}
    <span class="name" part="name">${row.name}</span>
    ${alarm?.sign ?? nothing} ${share ? renderShare(share, language) : nothing}
    ${isMachine && equipment.type !== 'meter' ? renderState(states.stateOf(equipment.id), language) : nothing}
  </div>`;
}

function renderState(state: EquipmentState, { terms }: Language): TemplateResult {
  const isMarked = state === 'fault' || state === 'starved' || state === 'blocked';
  return html`<span class="state ${isMarked ? 'loud' : ''}" part="state" data-state=${state}
    >${state === 'running' ? nothing : html`<span class="word">${terms.states[state]}</span>`}${stateGlyph(state, 12)}</span
  >`;
}

function renderShare({ running, all, worst }: StateShare, { terms }: Language): unknown {
  if (worst === undefined) return nothing;
  return html`<span class="count"
      ><span class="long">${terms.groupRunning(running, all)}</span
      ><span class="short">${terms.groupRunningShort(running, all)}</span></span
    ><span class="state" part="state" data-state=${worst}>${stateGlyph(worst, 12)}</span>`;
}

/** What screen readers say of a machine. */
function machineSentence({
  twin,
  row: { equipment, name },
  language: { terms, formats, tag },
}: TreeRowView): string {
  const { id, type } = equipment;
  if (type === 'meter') return name;
  const now = twin.clock.now();
  const { state, since, trust } = currentState(twin, id, now);
  const duration = since === undefined ? '' : formats.duration(Math.max(0, now - since));
  const reason = trust === 'stale' ? terms.noData : reasonAt(twin, id, now, tag);
  return terms.equipmentSentence(name, terms.states[state], duration, reason);
}

/** What they say of a line or a workshop. */
function groupSentence(name: string, { running, all, worst }: StateShare, { terms }: Language): string {
  if (worst === undefined) return name;
  return terms.groupSentence(
    name,
    terms.groupRunning(running, all),
    isLoud(worst) ? terms.states[worst] : '',
  );
}

/** An icon of lines on a grid of 24. */
function line(path: string, size: number, width: number): TemplateResult {
  return svg`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width=${width} d=${path}></path></svg>` as TemplateResult;
}
