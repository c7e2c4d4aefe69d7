import type {
  Connector,
  ConnectorContext,
  ConnectorFactory,
  ConnectorSettings,
  PlantRequest,
} from '@twinfloor/core';
import { BrokerSession } from '../internal/mqtt/broker-session.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { HostApplication } from './host-application.js';
import type { HostState } from './host-state.js';
import { type SparkplugSettings, sparkplugSettings } from './settings.js';

/**
 * Reads edge nodes and devices that speak Sparkplug B 3.0 from an MQTT broker (5 or 3.1.1 over WebSocket), as a host
 * application. Settings:
 *
 * - `url`: `ws://` or `wss://`; `version` of MQTT and `clientId` as for `mqtt`
 * - `groups`: groups to subscribe to as a whole; without it the edge nodes that the bindings name
 * - `hostId`: under this id it tells that it is online, for edge nodes that wait for it
 * - `reorderTimeout`: so long a missing message is waited for, in milliseconds, default 2000
 * - `rebirthInterval`: the least time between two requests to an edge node for its birth, in ms, default 10000
 *
 * In bindings `from` is `group/node#metric` or `group/node/device#metric`; a part of a Template, DataSet or array is
 * `metric/part`. Requests are sent as NCMD and DCMD.
 */
export const sparkplug: ConnectorFactory = sparkplugOver();

/**
 * The same for a host without a global WebSocket, as Node before 22: it brings one.
 *
 * @param socket - default: the global WebSocket
 */
export function sparkplugOver(socket?: SocketConstructor): ConnectorFactory {
  return (entry) => new SparkplugConnector(entry, sparkplugSettings(entry), socket);
}

class SparkplugConnector implements Connector {
  #running: HostApplication | undefined;
  readonly #entry: ConnectorSettings;
  readonly #settings: SparkplugSettings;
  readonly #socket: SocketConstructor | undefined;

  constructor(entry: ConnectorSettings, settings: SparkplugSettings, socket: SocketConstructor | undefined) {
    this.#entry = entry;
    this.#settings = settings;
    this.#socket = socket;
  }

  async run(context: ConnectorContext): Promise<void> {
    const { url, version, clientId, hostId } = this.#settings;
    const state = hostId === undefined ? undefined : await hostState(hostId, context);
    const host: HostApplication = new HostApplication(
      this.#entry,
      this.#settings,
      context,
      ({ topic, payload, qos, retain }) => session.publish(topic, payload, { qos, retain }),
      state,
    );
    const broker = { entry: this.#entry, url, version, clientId, socket: this.#socket };
    const session: BrokerSession = new BrokerSession(broker, context, host);
    this.#running = host;
    await session.run();
    this.#running = undefined;
  }

  async request(request: PlantRequest): Promise<void> {
    if (!this.#running) throw new Error(`${this.#entry.id} is not connected`);
    await this.#running.request(request);
  }
}

/** Loaded only for those who give a `hostId`. */
async function hostState(hostId: string, context: ConnectorContext): Promise<HostState> {
  const { HostState } = await import('./host-state.js');
  return new HostState(hostId, () => context.now());
}
