import { registerConnectorType } from '@twinfloor/core';

/**
 * Makes the connectors of this package known to workshop files: `mtconnect`, `mqtt`, `replay`, `simulator`. Each is loaded when a
 * workshop first names it.
 */
export function registerConnectors(): void {
  registerConnectorType('mtconnect', async () => (await import('./mtconnect/index.js')).mtconnect);
  registerConnectorType('mqtt', async () => (await import('./mqtt/index.js')).mqtt);
  registerConnectorType('replay', async () => (await import('./replay/index.js')).replay);
  registerConnectorType('simulator', async () => (await import('./simulator/index.js')).simulator);
}
