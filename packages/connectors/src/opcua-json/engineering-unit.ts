import { isConvertible } from '@twinfloor/core';

/**
 * The unit that the display name of EngineeringUnits says: `kW·h` is `kWh`.
 *
 * @param standard - a unit of the same quantity
 * @returns `standard` where it says none that can be converted to it
 */
export function engineeringUnit(displayName: string | undefined, standard: string): string {
  const unit = displayName?.replace(/[·⋅*\s]/g, '');
  return unit !== undefined && isConvertible(unit, standard) ? unit : standard;
}
