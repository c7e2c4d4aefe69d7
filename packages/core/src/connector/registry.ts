import type { ConnectorFactory, ConnectorLoader } from './connector.js';

const loaders = new Map<string, ConnectorLoader>();

/**
 * Makes a connector type known by the word a workshop file uses for it. Naming a type again replaces it.
 *
 * @param type - e.g. `mtconnect`
 */
export function registerConnectorType(type: string, loader: ConnectorLoader): void {
  loaders.set(type, loader);
}

/**
 * Loads the factory of a connector type.
 *
 * @throws {RangeError} if no such type is registered; the message names those that are
 */
export function loadConnectorType(type: string): Promise<ConnectorFactory> {
  const loader = loaders.get(type);
  if (loader) return loader();
  const known = [...loaders.keys()].join(', ') || 'none is registered';
  return Promise.reject(new RangeError(`unknown connector type: ${type}, allowed: ${known}`));
}
