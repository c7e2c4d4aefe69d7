import { equipmentStates, stateCode, stateCount } from '../../model/equipment-state.js';
import type { StateSeries } from '../../series/state-series.js';
import type { Interval } from '../../time/interval.js';
import { ratio } from '../ratio.js';
import { energyAmount, sharedOutEnergy } from './energy-amount.js';
import type { EnergyRecord } from './energy.js';

const hour = 3_600_000;

/** Where the energy of a machine went. */
export interface EnergyByState {
  /** kWh by state code; adds up to the energy of the interval. What was used in an unknown state is in `unknown`. */
  readonly energies: Float64Array;
  /** Milliseconds by state code in which the energy was measured. */
  readonly measuredTimes: Float64Array;
  /** kWh that were shared out evenly between two readings, because the state changed between them. */
  readonly sharedOut: number;
}

/**
 * Energy of a machine by its state: over the stretches of one state, the energy used in the stretch, added up.
 * Linear in the changes of state inside the interval, whatever the number of readings.
 *
 * @param states - `undefined`: nothing was ever observed
 * @param interval - already cut off at the present
 * @param knownUntil - milliseconds since the epoch; later states count as `unknown`. Default: no limit
 */
export function energyByState(
  record: EnergyRecord,
  states: StateSeries | undefined,
  interval: Interval,
  knownUntil = Infinity,
): EnergyByState {
  const energies = new Float64Array(stateCount);
  const measuredTimes = new Float64Array(stateCount);
  const borders: number[] = [];
  const until = states ? Math.max(interval.from, Math.min(interval.to, knownUntil)) : interval.from;
  let code = stateCode.unknown;
  let begin = interval.from;
  const addUntil = (time: number) => {
    const { amount, measuredTime } = energyAmount(record, { from: begin, to: time });
    energies[code] += amount;
    measuredTimes[code] += measuredTime;
  };
  const enter = (next: number, time: number) => {
    if (next === code) return;
    addUntil(time);
    if (time > interval.from) borders.push(time);
    [code, begin] = [next, time];
  };
  // Segments also end where only the words of the source change, which asks for no look-up of energy.
  for (const segment of states?.segments({ from: interval.from, to: until }) ?? []) {
    enter(stateCode[segment.state], segment.from);
  }
  enter(until < interval.to ? stateCode.unknown : code, until);
  addUntil(interval.to);
  return { energies, measuredTimes, sharedOut: sharedOutEnergy(record, borders, interval) };
}

/** Mean power in kW by state code, over the time in which it was measured; `undefined` in a state without any. */
export function meanPowerByState({
  energies,
  measuredTimes,
}: Pick<EnergyByState, 'energies' | 'measuredTimes'>): (number | undefined)[] {
  return Array.from(energies, (energy, code) => ratio(energy * hour, measuredTimes[code]));
}

/**
 * Energy in kWh that was used while nothing was produced: in each state but running. What was used in an unknown
 * state is not in it, since nobody knows.
 *
 * @param energies - kWh by state code
 */
export function idleEnergy(energies: ArrayLike<number>): number {
  let sum = 0;
  equipmentStates.forEach((state, code) => {
    if (state !== 'running' && state !== 'unknown') sum += energies[code];
  });
  return sum;
}
