import type { Twin } from '@twinfloor/core';
import {
  alarmMark,
  type Language,
  machineWords,
  type PlanHeat,
  properties,
  stateGlyph,
} from '@twinfloor/elements/parts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Projected } from '../three/workshop-options.js';
import type { Workshop3d } from '../three/workshop-3d.js';
import { placeLabels } from './label-places.js';
import type { MachineStates } from './machine-states.js';
import type { SiteLayout } from './site-layout.js';

/** How many labels there are, over the picture and docked at its lower edge. */
const [most, mostDocked] = [12, 3];

/** px between a label and what it stands over. */
const room = 8;

/** px that the pin of a fault and another pin take above the top of a machine, at their full size. */
const [faultReach, pinReach] = [48, 39];

/** px that the shape of an alarm takes above a pin. */
const alarmReach = 23;

/** States without a pin. */
const withoutPin = new Set(['running', 'plannedStop', 'offline']);

/** Which machines have labels. */
export interface LabelChoice {
  readonly selected: number;
  readonly hovered: number;
  /** The newest fault first. */
  readonly faults: readonly number[];
  /** With an urgent alarm that nobody has acknowledged, the most urgent first. */
  readonly alarming: readonly number[];
}

/** The labels of a scene: of the selected and the hovered machine and of faults, at most a dozen, none over another one. */
export class SceneLabels {
  #indices: readonly number[] = [];
  #elements: HTMLElement[] = [];
  readonly #sizes = new Map<HTMLElement, readonly [width: number, height: number]>();
  readonly #point: Projected = { x: 0, y: 0, visible: false, distance: 0 };
  #reach: (index: number) => number = () => 0;

  /** Whether any machine has a label. */
  get isEmpty(): boolean {
    return this.#indices.length === 0;
  }

  /** The labels as they are to be; `docked`: in a list at the lower edge. */
  render(
    twin: Twin,
    site: SiteLayout,
    states: MachineStates,
    choice: LabelChoice,
    docked: boolean,
    heat: PlanHeat | undefined,
    language: Language,
  ): TemplateResult {
    const { selected, hovered, faults, alarming } = choice;
    const wanted = [...new Set([selected, hovered, ...faults, ...alarming])].filter((index) => index >= 0);
    this.#indices = wanted.slice(0, docked ? mostDocked : most);
    this.#reach = (index) => {
      const { state, alarm } = states.of(index);
      const pin = state === 'fault' ? faultReach : withoutPin.has(state) ? 0 : pinReach;
      return pin + (alarm ? (pin ? alarmReach : pinReach) : 0);
    };
    const left = faults.filter((index) => !this.#indices.includes(index)).length;
    return html`<div class="labels ${docked ? 'docked' : ''}" aria-hidden="true">
      ${repeat(
        this.#indices,
        (index) => index,
        (index) => label(twin, site, states, index, selected, heat, language),
      )}
      ${left > 0 ? html`<div class="more">${language.terms.moreFaults(left)}</div>` : nothing}
    </div>`;
  }

  /** Takes the size of what was rendered. */
  measure(plot: ParentNode | null): void {
    this.#elements = [...(plot?.querySelectorAll<HTMLElement>('.label') ?? [])];
    this.#sizes.clear();
    for (const element of this.#elements)
      this.#sizes.set(element, [element.offsetWidth, element.offsetHeight]);
  }

  /** Puts the labels where their machines are in the picture. */
  place(workshop: Workshop3d): void {
    const point = this.#point;
    const [width, height] = workshop.view.size;
    // Pins are smaller in a small picture; see `signLevel` of the workshop.
    const scale = Math.min(1.1, Math.max(0.8, Math.min(width, height) / 800));
    const wishes = this.#elements.map((element) => {
      const index = Number(element.dataset['index']);
      const [wide, high] = this.#sizes.get(element) ?? [0, 0];
      workshop.project(index, point);
      if (!point.visible || wide === 0) return undefined;
      const y = point.y - this.#reach(index) * scale - room;
      return { x: point.x, y, width: wide, height: high };
    });
    placeLabels(wishes, width, height).forEach((place, at) => {
      const { style } = this.#elements[at];
      style.visibility = place ? 'visible' : 'hidden';
      if (place) style.translate = `${place.x}px ${place.y}px`;
    });
  }
}

function label(
  twin: Twin,
  site: SiteLayout,
  states: MachineStates,
  index: number,
  selected: number,
  heat: PlanHeat | undefined,
  language: Language,
): TemplateResult {
  const { state, alarm } = states.of(index);
  const words = machineWords(twin, site.equipment[index].id, heat, language);
  const more = [words.duration, words.reason, words.figure].filter(Boolean);
  return html`<div
    class="label ${state === 'fault' ? 'fault' : ''} ${index === selected ? 'chosen' : ''}"
    part="label"
    data-index=${index}
    ${properties({ '--_state': `var(--twin-color-state-${state})`, '--_text': `var(--twin-color-state-text-${state})` })}
  >
    <span class="sign">${stateGlyph(state, 14)}</span><b>${words.name}</b>
    <span class="state">${words.state}</span>${more.map((word) => html`<span class="quiet">${word}</span>`)}${
      alarm
        ? html`<span class="alarm ${alarm.unacknowledged ? 'waiting' : ''}"
            >${alarmMark(alarm.priority, alarm.unacknowledged ? 'filled' : 'outline', 16)}
            ${language.terms.alarmPriorities[alarm.priority]}</span
          >`
        : nothing
    }
  </div>`;
}
