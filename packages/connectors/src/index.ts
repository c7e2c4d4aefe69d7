import { registerConnectorType, type Twin } from '@twinfloor/core';
import type { RecordingUnderWay, RecordOptions } from './record/index.js';
import type { Scenario } from './simulator/scenarios.js';

export { type Credentials, type CredentialsProvider, provideCredentials } from './internal/credentials.js';
export { shareConnections, type SharedPort, type SharedWorkerLike } from './internal/mqtt/sharing.js';
export type { Scenario } from './simulator/scenarios.js';

/**
 * Makes the connectors of this package known to workshop files: `aas`, `history`, `mqtt`, `mtconnect`, `opcua-json`,
 * `replay`, `rest`, `simulator`, `sparkplug`, `sse`, `store`, `websocket`. Each is loaded when a workshop first names it.
 */
export function registerConnectors(): void {
  registerConnectorType('aas', async () => (await import('./aas/index.js')).aas);
  registerConnectorType('history', async () => (await import('./history/index.js')).history);
  registerConnectorType('mtconnect', async () => (await import('./mtconnect/index.js')).mtconnect);
  registerConnectorType('mqtt', async () => (await import('./mqtt/index.js')).mqtt);
  registerConnectorType('opcua-json', async () => (await import('./opcua-json/index.js')).opcuaJson);
  registerConnectorType('replay', async () => (await import('./replay/index.js')).replay);
  registerConnectorType('rest', async () => (await import('./http/rest.js')).rest);
  registerConnectorType('simulator', async () => (await import('./simulator/index.js')).simulator);
  registerConnectorType('sparkplug', async () => (await import('./sparkplug/index.js')).sparkplug);
  registerConnectorType('sse', async () => (await import('./http/sse.js')).sse);
  registerConnectorType('store', async () => (await import('./store/index.js')).store);
  registerConnectorType('websocket', async () => (await import('./http/websocket.js')).websocket);
}

/**
 * Starts a scenario in the simulated factory of a running connector of the type `simulator`. It changes only what
 * comes after.
 *
 * @param connector - id of the connector in the workshop file
 * @param scenario - `breakdown`, `materialRunsOut`, `peakTariff` or `toolWear`
 * @param equipment - id of a machine, a line or a workshop. Default: a machine that suits
 * @returns the id of the equipment that it starts with, `undefined` for the whole factory; rejects with a
 *   `RangeError` if no such connector runs, or the scenario does not fit the equipment
 */
export async function startScenario(
  connector: string,
  scenario: Scenario,
  equipment?: string,
): Promise<string | undefined> {
  return (await import('./simulator/index.js')).startScenario(connector, scenario, equipment);
}

/**
 * Records what the connectors of a twin deliver from now on: a file that `replay` plays in any page with the same
 * workshop file.
 *
 * @returns the recording under way; its `stop()` gives the text of the file
 */
export async function record(twin: Twin, options?: RecordOptions): Promise<RecordingUnderWay> {
  return (await import('./record/index.js')).record(twin, options);
}
