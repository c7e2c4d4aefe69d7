import { type EquipmentState, equipmentStates } from '@twinfloor/core';
import { html, type TemplateResult } from 'lit';
import type { Terms } from '../locales/terms.js';

/** Order and filter of a grid. */
export interface GridChoice {
  sort: 'file' | 'name' | 'state';
  states: string;
  filter: string;
}

const orders = [
  ['file', 'sortFile'],
  ['name', 'sortName'],
  ['state', 'sortState'],
] as const;

/** The controls above the tiles; what is chosen is written to the grid. */
export function gridControls(grid: GridChoice, terms: Terms): TemplateResult {
  const valueOf = ({ target }: Event) => (target as HTMLSelectElement | HTMLInputElement).value;
  const sort = orders.some(([order]) => order === grid.sort) ? grid.sort : 'file';
  return html`<div class="controls" part="controls">
    <label
      >${terms.sortBy}
      <select @change=${(event: Event) => (grid.sort = valueOf(event) as GridChoice['sort'])}>
        ${orders.map(
          ([order, word]) => html`<option value=${order} ?selected=${order === sort}>${terms[word]}</option>`,
        )}
      </select></label
    >
    <label
      >${terms.showStates}
      <select @change=${(event: Event) => (grid.states = valueOf(event))}>
        <option value="" ?selected=${grid.states === ''}>${terms.allStates}</option>
        ${equipmentStates.map((state) => stateOption(state, grid.states, terms))}
      </select></label
    >
    <label
      >${terms.findMachine}
      <input type="search" .value=${grid.filter} @input=${(event: Event) => (grid.filter = valueOf(event))}
    /></label>
  </div>`;
}

function stateOption(state: EquipmentState, chosen: string, terms: Terms): TemplateResult {
  return html`<option value=${state} ?selected=${chosen === state}>${terms.states[state]}</option>`;
}
