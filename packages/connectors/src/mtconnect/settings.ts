import { agentAddress, type ConnectorSettings, mtconnectLeast } from '@twinfloor/core';

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
  /** In which format the agent is asked to write; what it sends in the other one is read too. */
  readonly format: 'xml' | 'json';
  /** Whether the agent's buffer is read from its beginning, so that the page has a past. */
  readonly past: boolean;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function readSettings({ settings }: ConnectorSettings): MtconnectSettings {
  const { url, device, format = 'xml' } = settings;
  if (typeof url !== 'string' || !agentAddress.pattern.test(url)) {
    throw new RangeError(`invalid url: ${String(url)}, allowed: ${agentAddress.allowed}`);
  }
  if (device !== undefined && (typeof device !== 'string' || !device)) {
    throw new RangeError(`invalid device: ${String(device)}, allowed: name of a device of the agent`);
  }
  if (format !== 'xml' && format !== 'json') {
    throw new RangeError(`invalid format: ${String(format)}, allowed: xml or json`);
  }
  const whole = (name: keyof typeof mtconnectLeast, standard: number): number => {
    const { [name]: value = standard } = settings;
    const least = mtconnectLeast[name];
    if (Number.isInteger(value) && (value as number) >= least) return value as number;
    throw new RangeError(`invalid ${name}: ${String(value)}, allowed: a whole number from ${least}`);
  };
  const yes = (name: string): boolean => {
    const { [name]: value = true } = settings;
    if (typeof value === 'boolean') return value;
    throw new RangeError(`invalid ${name}: ${String(value)}, allowed: true or false`);
  };
  return {
    url: url.replace(/\/+$/, ''),
    device,
    interval: whole('interval', 500),
    count: whole('count', 1000),
    heartbeat: whole('heartbeat', 10_000),
    streaming: yes('streaming'),
    format,
    past: yes('past'),
  };
}
