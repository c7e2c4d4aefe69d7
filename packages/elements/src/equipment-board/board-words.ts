import { equipmentStates, textIn, type Twin } from '@twinfloor/core';
import { currentState } from '../internal/current-state.js';
import type { Language } from '../internal/language.js';
import { reasonAt } from '../internal/reason.js';
import type { BoardCells } from './board-cells.js';

/** How many machines are in which state: `16 machines: 7 running, 1 fault`. */
export function summaryWords({ ids, counts }: BoardCells, { terms, formats }: Language): string {
  const parts = equipmentStates.flatMap((state, code) =>
    counts[code] > 0 ? [terms.boardCount(formats.number(counts[code]), terms.states[state])] : [],
  );
  return terms.boardSummary(ids.length, formats.number(ids.length), parts);
}

/**
 * What one machine does: name, state, for how long and why.
 *
 * @param alarm - its alarms in a sentence, or empty
 */
export function machineWords(
  twin: Twin,
  id: string,
  { terms, formats, tag }: Language,
  alarm: string,
): string {
  const now = twin.clock.now();
  const { state, since } = currentState(twin, id, now);
  const duration = since === undefined ? '' : formats.duration(now - since);
  const name = textIn(twin.tree.get(id).name, tag);
  const sentence = terms.equipmentSentence(name, terms.states[state], duration, reasonAt(twin, id, now, tag));
  return alarm ? sentence + terms.pause + alarm : sentence;
}
