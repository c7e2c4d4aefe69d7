import { type ConnectorSettings, simulatorSeed } from '@twinfloor/core';

/** How a factory is to be simulated, as an entry of the workshop file says it. */
export interface SimulatorSettings {
  /** The same seed is the same factory. */
  readonly seed: number;
}

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function simulatorSettings({ settings }: Pick<ConnectorSettings, 'settings'>): SimulatorSettings {
  const { seed = 1 } = settings;
  const { least, most } = simulatorSeed;
  if (!(Number.isInteger(seed) && (seed as number) >= least && (seed as number) <= most)) {
    const allowed = `a whole number from ${least} to ${most}`;
    throw new RangeError(`invalid seed: ${JSON.stringify(seed)}, allowed: ${allowed}`);
  }
  return { seed: seed as number };
}
