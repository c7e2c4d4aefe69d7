import { allow, finiteValue } from '../allow.js';

/** The energy of one period (a day, a shift, a week; all of one length) with what it depends on. */
export interface EnergyPeriod {
  /** kWh, or the unit of the carrier; `undefined`: not measured throughout. */
  readonly energy: number | undefined;
  /** Values of the drivers, in the order of their names: pieces, tonnes, degree days …; `undefined`: not known. */
  readonly drivers: readonly (number | undefined)[];
}

/** A period of which the energy and all drivers are known. */
export interface CompleteEnergyPeriod extends EnergyPeriod {
  readonly energy: number;
  readonly drivers: readonly number[];
}

/**
 * Whether the energy and all drivers of a period are known.
 *
 * @throws {RangeError} if it has another number of drivers, or a number is not finite
 */
export function isCompleteEnergyPeriod(period: EnergyPeriod, count: number): period is CompleteEnergyPeriod {
  const { energy, drivers } = period;
  allow(drivers.length === count, 'drivers', drivers.length, `${count} a period`);
  const known = [energy, ...drivers].filter((value) => value !== undefined);
  for (const value of known) finiteValue(value);
  return known.length > count;
}
