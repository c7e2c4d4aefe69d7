import type { Twin } from '../twin/twin.js';
import { energySources } from './equipment-energy.js';

/** Ids of the meters, or the machine itself, that tell the energy of one machine and of nothing else. */
export function sourcesOfMachine(twin: Twin, machine: string): readonly string[] {
  return energySources(twin, machine).filter((source) => measuresOnly(twin, source, machine));
}

/** A meter of several machines cannot say which of them took what. */
function measuresOnly(twin: Twin, source: string, machine: string): boolean {
  if (source === machine) return true;
  const meter = twin.workshop.energy.meters.find((one) => one.equipment === source);
  return meter?.measures.every((id) => id === machine) === true;
}
