import type { Twin } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import type { Terms } from '../locales/terms.js';
import type { PlanCamera } from './plan-camera.js';
import { heatSteps, type PlanHeat } from '../internal/plan-heat.js';
import type { PlanMachine, PlanPlace } from '../internal/plan-layout.js';
import { machineSentence, type MachineWords, machineWords } from '../internal/plan-words.js';

/** How many machines are in the accessible list at a time, around the one with the keyboard. */
const listLength = 100;

/** The ramp of a heat map between its least and its largest value. */
export function heatLegend(heat: PlanHeat, colours: Colours, terms: Terms): TemplateResult {
  const { title, values, low, high, text } = heat;
  if (values.size === 0) return html`<span class="caption">${title}: ${terms.noData}</span>`;
  const step = (of: (typeof heatSteps)[number]) =>
    html`<i ${properties({ '--_step': colours.of(`sequential-${of}`) })}></i>`;
  return html`<div class="legend">
    <b>${title}</b>${text(low)}<span class="ramp">${heatSteps.map(step)}</span>${text(high)}
  </div>`;
}

/**
 * The machines for those who do not see the plan.
 *
 * @param active - index of the one that the keyboard is at
 */
export function machineOptions(
  twin: Twin,
  ids: readonly string[],
  active: number,
  heat: PlanHeat | undefined,
  language: Language,
): readonly TemplateResult[] {
  const from = Math.max(0, Math.min(active - listLength / 2, ids.length - listLength));
  return ids
    .slice(from, from + listLength)
    .map(
      (id, index) =>
        html`<span
          class="hidden-text"
          role="option"
          id=${from + index === active ? 'machine' : nothing}
          aria-selected=${id === twin.selection.equipment ? 'true' : 'false'}
          aria-posinset=${from + index + 1}
          aria-setsize=${ids.length}
          >${machineSentence(machineWords(twin, id, heat, language), language)}</span
        >`,
    );
}

/** What is said of the machine that is pointed at: over it, or under it near the top. */
export function machineReadout(
  { name, state, duration, reason, figure }: MachineWords,
  { width, depth }: PlanMachine,
  place: PlanPlace,
  camera: PlanCamera,
): TemplateResult {
  const room = Math.min(125, camera.width / 2);
  const y = camera.y(place.y);
  const reach = Math.round((Math.max(width, depth) / 2) * camera.scale + 12);
  const isUnder = y - reach < 70;
  const position = {
    '--_x': `${Math.max(room, Math.min(camera.x(place.x), camera.width - room))}px`,
    '--_y': `${isUnder ? y + reach : y - reach}px`,
  } as const;
  return html`<div
    class="readout ${isUnder ? 'under' : ''}"
    part="readout"
    aria-hidden="true"
    ${properties(position)}
  >
    <b>${name}</b> ${state} ${duration} ${[reason, figure].filter(Boolean).map((line) => html`<br />${line}`)}
  </div>`;
}
