import { html } from 'lit';
import type { TwinController } from '../controllers/twin-controller.js';

/**
 * Why a chart cannot show an equipment, in words and with a way out where there is one; `undefined` where it can.
 *
 * @param equipment - an id; `selected`: the machine that is selected; empty for the whole workshop
 */
export function notice(scope: TwinController, equipment: string): unknown {
  const { twin, error, terms } = scope;
  if (error) {
    return html`${error} <button class="verb" @click=${() => scope.retry()}>${terms.retry}</button>`;
  }
  if (!twin) return terms.noTwin;
  if (equipment === 'selected') return scope.equipment(equipment) ? undefined : terms.noSelection;
  return equipment === '' || twin.tree.has(equipment) ? undefined : terms.noEquipment(equipment);
}
