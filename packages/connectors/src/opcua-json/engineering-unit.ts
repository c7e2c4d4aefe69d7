import { isConvertible } from '@twinfloor/core';
import { fieldOf, isObject, rawOf, structureOf } from './field.js';
import type { FieldMetaData } from './messages.js';

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

/** The display name of EngineeringUnits (OPC 10000-8) among the properties of a field; `undefined` if it has none. */
export function unitNameOf({ raw }: FieldMetaData): string | undefined {
  const properties = raw['Properties'];
  if (!Array.isArray(properties)) return undefined;
  for (const property of properties as unknown[]) {
    if (!isObject(property) || !wordOf(property['Key'])?.endsWith('EngineeringUnits')) continue;
    const information = structureOf(fieldOf(property['Value']).value);
    return isObject(information) ? wordOf(information['DisplayName']) : undefined;
  }
  return undefined;
}

/** What people read of a value; `undefined` where it has a wrong form: names of units are a help, no more. */
export function wordOf(raw: unknown): string | undefined {
  try {
    const word = rawOf(fieldOf(raw).value);
    return word === undefined ? undefined : String(word);
  } catch {
    return undefined;
  }
}
