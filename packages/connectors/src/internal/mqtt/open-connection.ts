import type { MqttOptions } from './broker-connection.js';
import { MqttConnection } from './connection.js';
import { MqttRefused } from './refusal.js';

/**
 * Opens a connection with the version that is given, else with MQTT 5, or 3.1.1 where the broker refuses that. For
 * those who connect once; a `BrokerSession` does the same for as long as it runs.
 *
 * @param signal - ends the attempt
 * @throws {MqttRefused} if the broker says no
 * @throws {Error} if it cannot be reached or does not answer in time
 */
export async function openConnection(
  options: Omit<MqttOptions, 'version'> & { readonly version: MqttOptions['version'] | undefined },
  signal: AbortSignal,
): Promise<MqttConnection> {
  const { version } = options;
  try {
    return await MqttConnection.open({ ...options, version: version ?? '5' }, signal);
  } catch (error) {
    if (version !== undefined || !(error instanceof MqttRefused && error.isVersion)) throw error;
    return MqttConnection.open({ ...options, version: '3.1.1' }, signal);
  }
}
