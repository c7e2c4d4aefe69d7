import { type IdleWaste, idleWaste, type IdleWastePart, idleWastePart } from '../kpi/energy/idle-waste.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { tariffCalendar } from './equipment-energy-cost.js';
import { energyRecord } from './equipment-energy.js';
import { FigureMemory } from './figure-memory.js';
import { sourcesOfMachine } from './machine-energy-sources.js';
import { machinesOf, untilNow } from './past.js';
import { energyBasis, settledBasis } from './settled-basis.js';

const memory = new FigureMemory<IdleWastePart>();

/** The idle waste of an equipment with the machines that it is made of. */
export interface EquipmentIdleWaste extends IdleWaste {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** The machines whose own energy is known, each with its part, in the order of the workshop file. */
  readonly machines: readonly { readonly id: string; readonly waste: IdleWaste }[];
  /** Ids of those whose energy is not known, or only together with others. */
  readonly unmeasured: readonly string[];
}

/**
 * Electric energy that the machines of an equipment used while they produced nothing, at the tariff of the workshop.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentIdleWaste(twin: Twin, equipment: string, interval: Interval): EquipmentIdleWaste {
  const past = untilNow(twin, interval);
  const machines: { id: string; waste: IdleWaste }[] = [];
  const unmeasured: string[] = [];
  const parts: IdleWastePart[] = [];
  for (const id of machinesOf(twin, equipment)) {
    const own = sourcesOfMachine(twin, id).map((source) => partOf(twin, id, source, past));
    if (own.length === 0) unmeasured.push(id);
    else machines.push({ id, waste: idleWaste(own) });
    parts.push(...own);
  }
  return { ...idleWaste(parts), interval: past, machines, unmeasured };
}

function partOf(twin: Twin, machine: string, source: string, past: Interval): IdleWastePart {
  const record = energyRecord(twin, source);
  const states = twin.seriesOf(machine, 'state', 'state');
  const knownUntil = twin.knownUntil(machine, 'state');
  const basis = [
    past.from,
    past.to,
    ...energyBasis(record, past.to),
    ...settledBasis(states, past.to),
    Math.min(knownUntil, past.to),
  ];
  return memory.get(twin, `${machine} ${source}`, basis, () =>
    idleWastePart(record, states, tariffCalendar(twin).spans(past), knownUntil),
  );
}
