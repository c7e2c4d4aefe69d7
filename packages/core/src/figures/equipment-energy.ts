import { energy, type EnergyRecord, type EnergyUse, specificEnergy } from '../kpi/energy/energy.js';
import type { Interval } from '../time/interval.js';
import { goodOutput } from './output.js';
import { untilNow } from './past.js';
import { sumOfEnergies } from './sum-of-energies.js';
import type { Twin } from '../twin/twin.js';

/** The energy of an equipment with what it was needed for. */
export interface EquipmentEnergy extends EnergyUse {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Ids of the equipment whose signals were read: meters, or machines that measure themselves. */
  readonly sources: readonly string[];
  /** Good units put out meanwhile, each once however many machines it passed; `undefined` where they have several units. */
  readonly goodCount: number | undefined;
  /** kWh per good unit. */
  readonly perGoodUnit: number | undefined;
}

/**
 * Electric energy of an equipment: from the meters that measure it, else from its own signals, else from the sum
 * of what belongs to it. The peak is given for a single source only, because peaks do not add up.
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentEnergy(twin: Twin, equipment: string, interval: Interval): EquipmentEnergy {
  const past = untilNow(twin, interval);
  const sources = energySources(twin, equipment);
  const demandWindow = twin.workshop.energy.demandInterval * 60_000;
  const parts = sources.map((id) => energy(energyRecord(twin, id), past, demandWindow));
  const total = sumOfEnergies(parts, past);
  const goodCount = goodOutput(twin, equipment, past);
  return {
    ...total,
    interval: past,
    sources,
    goodCount,
    perGoodUnit: specificEnergy(total.value, goodCount),
  };
}

/**
 * Ids of the equipment whose signals tell the electric energy of an equipment, each once: a meter may measure several
 * parts of it.
 */
export function energySources(twin: Twin, equipment: string): readonly string[] {
  const sources = new Set<string>();
  addSources(twin, equipment, sources);
  return [...sources];
}

function addSources(twin: Twin, equipment: string, sources: Set<string>): void {
  let isMetered = false;
  for (const { carrier, measures, equipment: meter } of twin.workshop.energy.meters) {
    if (carrier !== 'electricity' || !measures.includes(equipment)) continue;
    sources.add(meter);
    isMetered = true;
  }
  if (isMetered) return;
  if (measuresItself(twin, equipment)) sources.add(equipment);
  else for (const child of twin.tree.children(equipment)) addSources(twin, child, sources);
}

function measuresItself(twin: Twin, equipment: string): boolean {
  return (
    twin.seriesOf(equipment, 'energy', 'counter') !== undefined ||
    twin.seriesOf(equipment, 'power', 'number') !== undefined
  );
}

/** What the twin knows of the energy that a meter or a machine measures itself. */
export function energyRecord(twin: Twin, equipment: string): EnergyRecord {
  return {
    counter: twin.seriesOf(equipment, 'energy', 'counter'),
    power: twin.seriesOf(equipment, 'power', 'number'),
    powerKnownUntil: twin.knownUntil(equipment, 'power'),
    ratedPower: twin.tree.get(equipment).ratedPower,
  };
}
