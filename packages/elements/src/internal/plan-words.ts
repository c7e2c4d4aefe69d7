import { textIn, type Twin } from '@twinfloor/core';
import type { TableData } from '../charts/data-table.js';
import { currentState } from './current-state.js';
import type { Language } from './language.js';
import { reasonAt } from './reason.js';
import type { PlanHeat } from './plan-heat.js';

/** What the plan says of a machine, in words. */
export interface MachineWords {
  readonly name: string;
  readonly state: string;
  readonly duration: string;
  readonly reason: string;
  /** The figure of the heat map, or how many pieces wait; empty without. */
  readonly figure: string;
}

/** A machine in words, at the moment of the clock. */
export function machineWords(
  twin: Twin,
  id: string,
  heat: PlanHeat | undefined,
  { terms, formats, tag }: Language,
): MachineWords {
  const now = twin.clock.now();
  const { state, since, trust, heard } = currentState(twin, id, now);
  const value = heat?.values.get(id);
  const buffer = twin.seriesOf(id, 'bufferCount', 'number')?.at(now)?.value;
  return {
    name: textIn(twin.tree.get(id).name, tag),
    state: terms.states[state],
    duration: since === undefined ? '' : formats.duration(Math.max(0, now - since)),
    reason:
      trust !== 'stale'
        ? reasonAt(twin, id, now, tag)
        : heard === undefined
          ? terms.noData
          : terms.noDataSince(formats.time(heard, twin.workshop.timeZone)),
    figure: heat
      ? `${heat.title} ${value === undefined ? terms.none : heat.text(value)}`
      : buffer === undefined
        ? ''
        : terms.waitingBefore(formats.number(buffer)),
  };
}

/** The same as one sentence, for screen readers. */
export function machineSentence(words: MachineWords, { terms }: Language): string {
  const { name, state, duration, reason, figure } = words;
  const sentence = terms.equipmentSentence(name, state, duration, reason);
  return figure ? sentence + terms.pause + figure : sentence;
}

/** All machines of the plan as a table. */
export function planTable(
  twin: Twin,
  ids: readonly string[],
  heat: PlanHeat | undefined,
  language: Language,
): TableData {
  const { terms } = language;
  const columns = [terms.placedMachine, terms.state, terms.stateFor, terms.stateReason];
  return {
    caption: terms.floorPlanTitle,
    columns: heat ? [...columns, heat.title] : columns,
    words: [1, 3],
    rows: ids.map((id) => {
      const { name, state, duration, reason } = machineWords(twin, id, heat, language);
      const value = heat?.values.get(id);
      const figure = value === undefined ? terms.none : (heat?.text(value) ?? '');
      return heat ? [name, state, duration, reason, figure] : [name, state, duration, reason];
    }),
  };
}
