import { giveStorageBack } from './withheld-storage.js';
// The order counts: the library is loaded after storage was withheld and, as nothing here is asynchronous, before
// any other code of the page runs.
import { type Client, mqtt_v4, mqtt_v5 } from 'u8-mqtt/esm/web/basic-v5.js';

giveStorageBack();

/** A version of MQTT that a connection speaks. */
export type MqttVersion = '3.1.1' | '5';

/** Makes a client of the library. */
export function createClient(version: MqttVersion, options: object): Client {
  return version === '5' ? mqtt_v5(options) : mqtt_v4(options);
}
