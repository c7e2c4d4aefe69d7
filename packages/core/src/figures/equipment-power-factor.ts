import { energy } from '../kpi/energy/energy.js';
import { type PowerFactor, powerFactor } from '../kpi/energy/power-factor.js';
import type { Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';
import { energyRecord, energySources } from './equipment-energy.js';
import { untilNow } from './past.js';

/** The power factor of an equipment with where it was read. */
export interface EquipmentPowerFactor extends PowerFactor {
  /** The interval, cut off at the moment of the clock. */
  readonly interval: Interval;
  /** Ids of the equipment whose signals were read: meters, or machines that measure themselves. */
  readonly sources: readonly string[];
  /** What the grid operator expects, as the workshop file says it. */
  readonly expected: number | undefined;
}

/**
 * Mean power factor of an equipment: of its active energy, and of the reactive energy that the same meters count, in kvarh,
 * as the signal `reactiveEnergy`, a counter of the workshop file. Energies are added up first. No value where one of the
 * meters does not tell both throughout. Below what the grid operator expects it warns (`powerFactorBelowExpected`).
 *
 * @param interval - cut off at the moment of the clock
 * @throws {RangeError} if there is no such equipment, or the interval runs backwards
 */
export function equipmentPowerFactor(
  twin: Twin,
  equipment: string,
  interval: Interval,
): EquipmentPowerFactor {
  const past = untilNow(twin, interval);
  const sources = energySources(twin, equipment);
  const expected = twin.workshop.energy.powerFactor;
  let [active, reactive, covered]: [number, number, number] = [0, 0, 1];
  for (const id of sources) {
    const own = energy(energyRecord(twin, id), past);
    const counter = twin.seriesOf(id, 'reactiveEnergy', 'counter');
    const other = energy({ counter, power: undefined }, past);
    covered = Math.min(covered, own.coverage ?? 0, other.coverage ?? 0);
    active += own.value ?? 0;
    reactive += other.value ?? 0;
  }
  const isKnown = sources.length > 0 && covered === 1;
  const found = isKnown ? powerFactor(active, reactive) : powerFactor(undefined, undefined);
  const isBelow = expected !== undefined && found.rounded !== undefined && found.rounded < expected;
  return {
    ...found,
    coverage: sources.length > 0 ? covered : 0,
    warnings: isBelow ? [{ key: 'powerFactorBelowExpected', subjects: [String(expected)] }] : [],
    interval: past,
    sources,
    expected,
  };
}
