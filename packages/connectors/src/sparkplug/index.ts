import type { ConnectorContext, ConnectorFactory } from '@twinfloor/core';
import { BrokerSession } from '../internal/mqtt/broker-session.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { HostApplication } from './host-application.js';
import type { HostState } from './host-state.js';
import { sparkplugSettings } from './settings.js';

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
  return (entry) => {
    const settings = sparkplugSettings(entry);
    let running: HostApplication | undefined;
    return {
      async run(context) {
        const { hostId } = settings;
        const state = hostId === undefined ? undefined : await hostState(hostId, context);
        const host: HostApplication = new HostApplication(
          entry,
          settings,
          context,
          ({ topic, payload, ...options }) => session.publish(topic, payload, options),
          state,
        );
        const session: BrokerSession = new BrokerSession({ ...settings, entry, socket }, context, host);
        running = host;
        await session.run();
        running = undefined;
      },
      async request(request) {
        if (!running) throw new Error(`${entry.id} is not connected`);
        await running.request(request);
      },
    };
  };
}

/** Loaded only for those who give a `hostId`. */
async function hostState(hostId: string, context: ConnectorContext): Promise<HostState> {
  const { HostState } = await import('./host-state.js');
  return new HostState(hostId, () => context.now());
}
