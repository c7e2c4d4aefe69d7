import type { Twin } from '@twinfloor/core';
import {
  alarmMark,
  alarmSentence,
  type Language,
  machineSentence,
  machineWords,
  type PlanHeat,
  properties,
  stateGlyph,
} from '@twinfloor/elements/parts';
import { html, nothing, type TemplateResult } from 'lit';
import type { MachineStates } from './machine-states.js';
import type { SiteLayout } from './site-layout.js';

/** How many machines are in the list at a time, around the one with the keyboard. */
const length = 100;

/** What a list of machines shows. */
export interface ListContent {
  readonly twin: Twin;
  readonly site: SiteLayout;
  readonly states: MachineStates;
  /** Index of the machine that the keyboard is at. */
  readonly active: number;
  readonly heat: PlanHeat | undefined;
  readonly language: Language;
}

/** The machines of a scene with their states, for keys and screen readers; it is seen while it has the focus. */
export function machineList(
  { twin, site, states, active, heat, language }: ListContent,
  onKey: (event: KeyboardEvent) => void,
  onPick: (index: number) => void,
): TemplateResult {
  const { terms } = language;
  const { machines } = site;
  const from = Math.max(0, Math.min(machines.indexOf(active) - length / 2, machines.length - length));
  const option = (index: number, at: number) => {
    const { id } = site.equipment[index];
    const words = machineWords(twin, id, heat, language);
    const { state, alarm } = states.of(index);
    const sentence = machineSentence(words, language);
    return html`<div
      role="option"
      id=${index === active ? 'machine' : nothing}
      class="option ${index === active ? 'active' : ''}"
      aria-selected=${id === twin.selection.equipment ? 'true' : 'false'}
      aria-posinset=${from + at + 1}
      aria-setsize=${machines.length}
      aria-label=${alarm ? sentence + terms.pause + alarmSentence(alarm, language) : sentence}
      @pointerdown=${() => onPick(index)}
      ${properties({ '--_state': `var(--twin-color-state-${state})` })}
    >
      <span class="sign">${stateGlyph(state, 12)}</span><span class="name">${words.name}</span>
      ${alarm ? alarmMark(alarm.priority, alarm.unacknowledged ? 'filled' : 'outline', 16) : nothing}
      <span class="state">${words.state}</span>
    </div>`;
  };
  return html`<div
    class="list"
    part="list"
    role="listbox"
    tabindex="0"
    aria-label=${terms.machineList}
    aria-description=${terms.machineListKeys}
    aria-activedescendant="machine"
    @keydown=${onKey}
  >
    ${machines.slice(from, from + length).map(option)}
  </div>`;
}

/** The index that a key leads to in a list; `undefined` for other keys. */
export function indexForKey(key: string, current: number, count: number): number | undefined {
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + 10,
    PageUp: current - 10,
    Home: 0,
    End: last,
  };
  const next = steps[key] as number | undefined;
  return next === undefined ? undefined : Math.max(0, Math.min(last, next));
}

/** Brings the machine that the keyboard is at into view, in the list alone: the page stays where it is. */
export function revealActive(root: ParentNode | null): void {
  const list = root?.querySelector<HTMLElement>('.list');
  const active = list?.querySelector<HTMLElement>('.active');
  if (!list || !active) return;
  const { offsetTop, offsetHeight } = active;
  if (offsetTop < list.scrollTop) list.scrollTop = offsetTop;
  else if (offsetTop + offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = offsetTop + offsetHeight - list.clientHeight;
}
