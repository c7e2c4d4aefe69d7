import {
  type ConnectorSettings,
  shellAddress,
  shellLeast,
  shellPlaces,
  shellPlacesAllowed,
} from '@twinfloor/core';
import type { Shell } from './environment.js';

/** Where shells are: a repository, a registry of several, or a file. */
export interface ShellPlace {
  readonly kind: (typeof shellPlaces)[number];
  /** Without a slash at its end; may be relative to the page. */
  readonly url: string;
}

/** The settings of a connector to Asset Administration Shells, checked, with defaults filled in. */
export interface AasSettings {
  readonly place: ShellPlace;
  /** Hosts that a registry and time series may lead to beside that of the entry. */
  readonly hosts: readonly string[];
  /** Equipment by id, global asset id or idShort of a shell; or one for all shells. `undefined`: shells are no equipment. */
  readonly equipment: string | Readonly<Record<string, string>> | undefined;
  /** Milliseconds between two looks at the values. */
  readonly interval: number;
  /** Milliseconds after which an answer is given up. */
  readonly timeout: number;
  /** idShort of the element beside a value that says when it was measured. */
  readonly time: string | undefined;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function readSettings({ settings }: Pick<ConnectorSettings, 'settings'>): AasSettings {
  const { hosts = [], equipment, time } = settings;
  if (!Array.isArray(hosts) || hosts.some((host) => typeof host !== 'string' || !host)) {
    throw new RangeError(`invalid hosts: ${String(hosts)}, allowed: a list of hosts`);
  }
  if (equipment !== undefined && !isEquipment(equipment)) {
    throw new RangeError(
      `invalid equipment: ${JSON.stringify(equipment)}, allowed: id of an equipment, or ids of equipment by shell`,
    );
  }
  if (time !== undefined && (typeof time !== 'string' || !time)) {
    throw new RangeError(`invalid time: ${String(time)}, allowed: idShort of an element`);
  }
  const whole = (name: keyof typeof shellLeast, standard: number): number => {
    const { [name]: value = standard } = settings;
    if (Number.isInteger(value) && (value as number) >= shellLeast[name]) return value as number;
    throw new RangeError(
      `invalid ${name}: ${String(value)}, allowed: a whole number from ${shellLeast[name]}`,
    );
  };
  return {
    place: readPlace(settings),
    hosts: hosts as string[],
    equipment,
    interval: whole('interval', 5000),
    timeout: whole('timeout', 10_000),
    time,
  };
}

/** Which equipment a shell is; `undefined`: none. */
export function equipmentOf(
  { id, globalAssetId, idShort }: Shell,
  { equipment }: AasSettings,
): string | undefined {
  if (typeof equipment !== 'object') return equipment;
  for (const name of [id, globalAssetId, idShort]) {
    if (name !== undefined && Object.hasOwn(equipment, name)) return equipment[name];
  }
  return undefined;
}

function readPlace(settings: Readonly<Record<string, unknown>>): ShellPlace {
  const given = shellPlaces.filter((name) => settings[name] !== undefined);
  if (given.length !== 1) {
    throw new RangeError(`invalid url: ${String(settings['url'])}, allowed: ${shellPlacesAllowed}`);
  }
  const [kind] = given;
  const url = settings[kind];
  if (typeof url !== 'string' || !shellAddress.pattern.test(url)) {
    throw new RangeError(`invalid ${kind}: ${String(url)}, allowed: ${shellAddress.allowed}`);
  }
  return { kind, url: kind === 'file' ? url : url.replace(/\/+$/, '') };
}

function isEquipment(value: unknown): value is string | Record<string, string> {
  if (typeof value === 'string') return value !== '';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const ids: unknown[] = Object.values(value);
  return ids.length > 0 && ids.every((id) => typeof id === 'string' && id !== '');
}
