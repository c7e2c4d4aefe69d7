/** The energy of one period (a day, a shift, a week; all of one length) with what it depends on. */
export interface EnergyPeriod {
  /** kWh, or the unit of the carrier; `undefined`: not measured throughout. */
  readonly energy: number | undefined;
  /** Values of the drivers, in the order of their names: pieces, tonnes, degree days …; `undefined`: not known. */
  readonly drivers: readonly (number | undefined)[];
}

/**
 * Whether the energy and all drivers of a period are known.
 *
 * @throws {RangeError} if it has another number of drivers, or a number is not finite
 */
export function isCompleteEnergyPeriod({ energy, drivers }: EnergyPeriod, count: number): boolean {
  if (drivers.length !== count) {
    throw new RangeError(`invalid drivers: ${drivers.length}, allowed: ${count} a period`);
  }
  for (const value of [energy, ...drivers]) {
    if (value !== undefined && !Number.isFinite(value)) {
      throw new RangeError(`invalid value: ${value}, allowed: a finite number, or undefined`);
    }
  }
  return energy !== undefined && drivers.every((value) => value !== undefined);
}
