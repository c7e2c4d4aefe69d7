import type { ConnectorSettings } from '@twinfloor/core';

/** The settings of an MTConnect connector, checked, with defaults filled in. */
export interface MtconnectSettings {
  /** Base address of the agent without a slash at its end; may be relative to the page. */
  readonly url: string;
  /** Name or uuid of the device. `undefined`: all devices of the agent. */
  readonly device: string | undefined;
  /** Milliseconds between two looks at the agent. */
  readonly interval: number;
  /** Observations in one answer. */
  readonly count: number;
  /** Milliseconds after which the agent says that it is there, even if nothing is new. */
  readonly heartbeat: number;
  /** Whether the agent sends on its own; else it is asked again and again. */
  readonly streaming: boolean;
  /** Whether the agent's buffer is read from its beginning, so that the page has a past. */
  readonly past: boolean;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function readSettings({ settings }: ConnectorSettings): MtconnectSettings {
  const { url, device } = settings;
  if (typeof url !== 'string' || !url || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url)) {
    throw new RangeError(`invalid url: ${String(url)}, allowed: address of an agent, http or https`);
  }
  if (device !== undefined && (typeof device !== 'string' || !device)) {
    throw new RangeError(`invalid device: ${String(device)}, allowed: name of a device of the agent`);
  }
  const number = (name: string, standard: number, minimum: number): number => {
    const value = settings[name] ?? standard;
    if (Number.isInteger(value) && (value as number) >= minimum) return value as number;
    throw new RangeError(`invalid ${name}: ${String(value)}, allowed: a whole number from ${minimum}`);
  };
  const yes = (name: string): boolean => {
    const value = settings[name] ?? true;
    if (typeof value === 'boolean') return value;
    throw new RangeError(`invalid ${name}: ${String(value)}, allowed: true or false`);
  };
  return {
    url: url.replace(/\/+$/, ''),
    device,
    interval: number('interval', 500, 0),
    count: number('count', 1000, 1),
    heartbeat: number('heartbeat', 10_000, 10),
    streaming: yes('streaming'),
    past: yes('past'),
  };
}
